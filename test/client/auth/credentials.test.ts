import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCredentials } from "../../../codegen/runtime/client/auth/credentials.js";
import type { ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import { contextOf } from "./support/context.js";

type Given = ClientConfig["credentials"];

const key = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const noon = Date.UTC(2024, 0, 1, 12);
const environment = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

const of = (credentials?: unknown) =>
  createCredentials(contextOf({ credentials: credentials as Given }));

function minutes(count: number): Date {
  return new Date(noon + count * 60_000);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: noon });
  for (const name of environment) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("credentials of the configuration", () => {
  it("are used as they are, without what is not signed with", async () => {
    const given = { ...key, sessionToken: "token", accountId: "1" };
    expect(await of(given)()).toEqual({ ...key, sessionToken: "token" });
    expect(await of({ ...key, sessionToken: "" })()).toEqual(key);
  });

  it("are not those of the environment if they are false", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "a");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "b");
    expect(await of(false)()).toBeUndefined();
  });

  it("are the same object from call to call, by which keys are kept", async () => {
    const read = of(() => Promise.resolve(key));
    expect(await read()).toBe(await read());
  });
});

describe("a function that returns credentials", () => {
  it("is called once for calls at once and after each other", async () => {
    const provider = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return key;
    });
    const read = of(provider);
    const found = await Promise.all(Array.from({ length: 20 }, read));
    expect(new Set([...found, await read()]).size).toBe(1);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it("is not called before the first call", () => {
    const provider = vi.fn();
    of(provider);
    expect(provider).not.toHaveBeenCalled();
  });

  it("is called again five minutes before its credentials expire, once", async () => {
    let count = 0;
    const provider = vi.fn(() =>
      Promise.resolve({ ...key, sessionToken: `t${++count}`, expiration: minutes(60 * count) }),
    );
    const read = of(provider);
    await read();
    vi.setSystemTime(minutes(54.9));
    expect(await read()).toHaveProperty("sessionToken", "t1");
    vi.setSystemTime(minutes(55));
    const found = await Promise.all([read(), read(), read()]);
    expect(found.map((each) => each?.sessionToken)).toEqual(["t2", "t2", "t2"]);
    expect(await read()).toHaveProperty("sessionToken", "t2");
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it("is called by the time of the service", async () => {
    const provider = vi.fn(() => Promise.resolve({ ...key, expiration: minutes(60) }));
    const context = contextOf({ credentials: provider });
    const read = createCredentials(context);
    await read();
    context.clock.correct(minutes(60).toUTCString());
    await read();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it("is called again after it has failed, and each of the calls at once gets its error", async () => {
    const cause = new Error("no network");
    const provider = vi.fn(() => Promise.resolve(key)).mockRejectedValueOnce(cause);
    const read = of(provider);
    const results = await Promise.allSettled([read(), read()]);
    for (const result of results) {
      expect(result).toMatchObject({
        reason: { name: "ConfigurationError", property: "credentials", cause },
      });
    }
    expect(await read()).toEqual(key);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it("may throw at once", async () => {
    const read = of(() => {
      throw new Error("at once");
    });
    await expect(read()).rejects.toMatchObject({ property: "credentials" });
  });
});

describe("the environment", () => {
  it("is used if the configuration has no credentials", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", key.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", key.secretAccessKey);
    expect(await of()()).toEqual(key);
    vi.stubEnv("AWS_SESSION_TOKEN", "token");
    expect(await of()()).toEqual({ ...key, sessionToken: "token" });
    expect(await of({ ...key, accessKeyId: "other" })()).toHaveProperty("accessKeyId", "other");
  });

  it("is read again until it has credentials", async () => {
    const read = of();
    expect(await read()).toBeUndefined();
    vi.stubEnv("AWS_ACCESS_KEY_ID", key.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", key.secretAccessKey);
    expect(await read()).toEqual(key);
  });

  it.each(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])(
    "is refused with %s alone",
    async (name) => {
      vi.stubEnv(name, "value");
      await expect(of()()).rejects.toThrow(/is not a string.*AWS_ACCESS_KEY_ID/);
    },
  );

  it.each<[string, unknown]>([
    ["there is no process", undefined],
    ["a process has no environment", {}],
    [
      "the environment must not be read",
      {
        get env() {
          throw new Error("NotCapable");
        },
      },
    ],
  ])("has no credentials where %s", async (_, process) => {
    vi.stubGlobal("process", process);
    const found = await of()().finally(() => vi.unstubAllGlobals());
    expect(found).toBeUndefined();
  });
});

describe("invalid credentials", () => {
  const secret = "s3cr3t-value";
  it.each<[string, unknown, string]>([
    ["null", null, "accessKeyId"],
    ["text", secret, "accessKeyId"],
    ["an empty object", {}, "accessKeyId"],
    ["no secret", { accessKeyId: secret }, "secretAccessKey"],
    ["a number", { accessKeyId: secret, secretAccessKey: 1 }, "secretAccessKey"],
    ["an empty text", { accessKeyId: "", secretAccessKey: secret }, "accessKeyId"],
    ["a line break in the id", { ...key, accessKeyId: `${secret}\n` }, "accessKeyId"],
    ["a space in the id", { ...key, accessKeyId: `${secret} ` }, "accessKeyId"],
    ["a line break in the secret", { ...key, secretAccessKey: `${secret}\r\n` }, "secretAccessKey"],
    ["a line break in the token", { ...key, sessionToken: `${secret}\nx: y` }, "sessionToken"],
    ["text beyond ASCII in the token", { ...key, sessionToken: `${secret}é` }, "sessionToken"],
    ["no time", { ...key, expiration: new Date(secret) }, "expiration"],
    ["a time as text", { ...key, expiration: secret }, "expiration"],
  ])("with %s are refused, and not printed", async (_, given, member) => {
    for (const credentials of [given, () => Promise.resolve(given)]) {
      const error = await of(credentials)().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "ConfigurationError", property: "credentials" });
      expect((error as Error).message).toContain(member);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    }
  });
});
