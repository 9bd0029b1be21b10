$version: "2.0"

namespace com.amazonaws.sqs

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use smithy.rules#endpointRuleSet

/// The operations of Amazon SQS that the guides use, in a model written for them.
@service(sdkId: "SQS")
@sigv4(name: "sqs")
@awsJson1_0
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: {
            builtIn: "AWS::Region"
            required: true
            documentation: "The region."
            type: "string"
        }
    }
    rules: [
        {
            conditions: []
            endpoint: { url: "https://sqs.{Region}.amazonaws.com" }
            type: "endpoint"
        }
    ]
})
service AmazonSQS {
    version: "2012-11-05"
    operations: [
        DeleteMessage
        ReceiveMessage
        SendMessage
    ]
}

operation DeleteMessage {
    input := {
        @required
        QueueUrl: String

        @required
        ReceiptHandle: String
    }
}

operation ReceiveMessage {
    input: ReceiveMessageRequest
    output: ReceiveMessageResult
}

structure ReceiveMessageRequest {
    @required
    QueueUrl: String

    MaxNumberOfMessages: Integer

    WaitTimeSeconds: Integer
}

structure ReceiveMessageResult {
    Messages: MessageList
}

list MessageList {
    member: Message
}

structure Message {
    MessageId: String
    ReceiptHandle: String
    MD5OfBody: String
    Body: String
}

operation SendMessage {
    input: SendMessageRequest
    output: SendMessageResult
}

structure SendMessageRequest {
    @required
    QueueUrl: String

    @required
    MessageBody: String

    DelaySeconds: Integer

    MessageAttributes: MessageAttributeMap
}

map MessageAttributeMap {
    key: String
    value: MessageAttributeValue
}

structure MessageAttributeValue {
    @required
    DataType: String

    StringValue: String
}

structure SendMessageResult {
    MessageId: String
    MD5OfMessageBody: String
}
