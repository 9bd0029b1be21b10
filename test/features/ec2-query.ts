import type { Feature } from "./support/feature.js";
import { clientOnly, given, input, sends } from "./support/query-models.js";
import { readsError, readsResponse } from "./support/wants.js";

/** The same model in the protocol of Amazon EC2. */
export const feature: Feature = {
  given: given("aws.protocols#ec2Query"),
  want: [
    sends(
      `Action=Do&Version=2026-01-01&Text=a%20b%26c%3Dd&When=1970-01-01T00%3A00%3A00Z&Data=%2Fw%3D%3D
      &Other=r&exactName=n&Items.1=x&Items.2=y&Flat.1=z
      &Nested.Lists.1.1=p&Nested.Lists.2.1=q&Nested.Lists.2.2=r
      &Token=T`,
      { ...input, tags: undefined, flatTags: undefined },
    ),
    readsResponse(
      "Do",
      200,
      { body: "<DoResponse><text>a</text><items><item>x</item></items></DoResponse>" },
      { text: "a", items: ["x"] },
    ),
    readsError(
      "Do",
      400,
      {
        body: "<Response><Errors><Error><Code>Gone</Code><text>t</text></Error></Errors></Response>",
      },
      "Gone",
      { text: "t" },
    ),
    ...clientOnly,
  ],
};
