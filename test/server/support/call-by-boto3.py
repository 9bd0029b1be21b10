"""Makes the calls on standard input by boto3, and prints what each returned or raised.

The endpoint is the argument. The input "operations" asks for the names that boto3 knows.
"""

import base64
import datetime
import json
import math
import sys

import boto3
import botocore.config
import botocore.exceptions
import botocore.response

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"$date"}:
        return EPOCH + datetime.timedelta(milliseconds=value["$date"])
    if set(value) == {"$float"}:
        return float(value["$float"])
    if set(value) == {"$bytes"}:
        return base64.b64decode(value["$bytes"])
    return {name: decode(item) for name, item in value.items()}


def encode(value):
    if isinstance(value, botocore.response.StreamingBody):
        value = value.read()
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        return {"$date": round((value - EPOCH) / datetime.timedelta(milliseconds=1))}
    if isinstance(value, float):
        if math.isnan(value):
            return {"$float": "NaN"}
        if math.isinf(value):
            return {"$float": "Infinity" if value > 0 else "-Infinity"}
        if value == 0 and math.copysign(1, value) < 0:
            return {"$float": "-0"}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {name: encode(item) for name, item in value.items()}
    return value


client = boto3.client(
    "apigatewayv2",
    region_name="us-east-1",
    endpoint_url=sys.argv[1],
    aws_access_key_id="id",
    aws_secret_access_key="secret",
    config=botocore.config.Config(retries={"total_max_attempts": 1}),
)
methods = {name: method for method, name in client.meta.method_to_api_mapping.items()}


def call(name, given):
    try:
        output = getattr(client, methods[name])(**decode(given))
    except botocore.exceptions.ClientError as error:
        code = error.response["Error"]["Code"]
        message = error.response["Error"].get("Message")
        return {"code": code, "class": type(error).__name__, "message": message}
    except botocore.exceptions.ParamValidationError as error:
        return {"refused": str(error)}
    output.pop("ResponseMetadata")
    return {"output": encode(output)}


calls = json.load(sys.stdin)
if calls == "operations":
    json.dump(sorted(methods), sys.stdout)
else:
    json.dump([call(each["name"], each["input"]) for each in calls], sys.stdout)
