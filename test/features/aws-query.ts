import type { Feature } from "./support/feature.js";
import { clientOnly, given, sends } from "./support/query-models.js";
import { readsError, readsResponse } from "./support/wants.js";

/** The protocol awsQuery: the input is a form, and the output XML. */
export const feature: Feature = {
  given: given("aws.protocols#awsQuery"),
  want: [
    sends(`Action=Do&Version=2026-01-01&text=a%20b%26c%3Dd&when=1970-01-01T00%3A00%3A00Z&data=%2Fw%3D%3D
      &other=r&named=n&items.item.1=x&items.item.2=y&flat.1=z
      &tags.entry.1.K=one&tags.entry.1.value=1&tags.entry.2.K=t%20w%2Fo&tags.entry.2.value=2
      &flatTags.1.K=f&flatTags.1.value=3
      &nested.lists.member.1.item.1=p&nested.lists.member.2.item.1=q&nested.lists.member.2.item.2=r
      &choice.b.lists=&token=T`),
    sends("Action=Do&Version=2026-01-01&items=&token=t", { items: [], tags: {}, token: "t" }),
    readsResponse(
      "Do",
      200,
      {
        body: `<DoResponse><DoResult><text>a&amp;b</text><items><item>x</item></items>
          <tags><entry><K>k</K><value>1</value></entry></tags></DoResult></DoResponse>`,
      },
      { text: "a&b", items: ["x"], tags: { k: 1 } },
    ),
    readsResponse("Do", 200, { body: "<DoResponse></DoResponse>" }, {}),
    readsResponse("Rest", 200, {}, {}),
    readsError(
      "Do",
      402,
      {
        body: "<ErrorResponse><Error><Code>Custom.Gone</Code><text>t</text></Error></ErrorResponse>",
      },
      "Gone",
      { text: "t" },
    ),
    ...clientOnly,
  ],
};
