import { startRecorder } from "../../client/support/recorder.js";
import { verifyV4 } from "../../client/auth/support/verify-v4.js";

/** A server on this machine that answers the call of `consumer.ts`. */
export interface AnsweringService {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Starts a service that checks the signature of every request, as the real one does. */
export async function startAnsweringService(): Promise<AnsweringService> {
  return startRecorder((request) => {
    const result = verifyV4(request, "secret", true);
    return "wrong" in result
      ? { statusCode: 403, body: JSON.stringify({ message: result.wrong }) }
      : {
          headers: { "x-amzn-requestid": "id-1" },
          body: '{"integrationResponseId":"r1","integrationResponseKey":"$default"}',
        };
  });
}
