import { quoted } from "../../../compile/content-fault.ts";
import { MAX_MEDIA_BYTES } from "../../../compile/media/inspect-media.ts";
import { baseName } from "../../../compile/media/media-facts.ts";
import { type DeskCall, isProblem } from "../../desk-call.ts";
import { badRequest, type DeskProblem, type Fault } from "../../desk-problem.ts";
import { readBody } from "../../reading/read-body.ts";
import { readQuery } from "../../reading/read-query.ts";
import { MEDIA_NAME_RULE, readMediaName } from "./media-name.ts";

/** What a form adds around its file. */
const FORM_BYTES = 65_536;

/** `body` is all that was sent, `bytes` the file of it. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly body: Uint8Array };

/** A file as it is sent: by itself, under the name in the query, or in a form as browsers and curl -F send it. */
export async function readUpload(call: DeskCall): Promise<Upload | DeskProblem> {
  const { values, faults } = readQuery(call.url.searchParams, ["name"]);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const type = call.request.headers.get("content-type") ?? "";
  const isForm = /^multipart\/form-data\b/i.test(type);
  const body = await readBody(call.request, MAX_MEDIA_BYTES + (isForm ? FORM_BYTES : 0));
  if (isProblem(body)) return body;
  const file = isForm ? await fileOfForm(body, type) : { bytes: body, fileName: undefined };
  if (isProblem(file)) return file;
  const { bytes, fileName } = file;
  if (bytes.length > MAX_MEDIA_BYTES) return { problem: true, kind: "too-large", most: MAX_MEDIA_BYTES };
  const written = values.name ?? fileName;
  const name = written === undefined ? undefined : readMediaName(written);
  if (name !== undefined) return { name, bytes, body };
  const found = written === undefined ? {} : { found: quoted(written) };
  return badRequest({ parameter: "name", ...found, expected: MEDIA_NAME_RULE });
}

async function fileOfForm(
  body: Uint8Array,
  type: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string } | DeskProblem> {
  const fault = (found: string): Fault => ({ pointer: "", found, expected: "a form with one file" });
  let form: FormData;
  try {
    form = await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return badRequest(fault("a form that cannot be read"));
  }
  const parts = [...form].map(([, value]) => value);
  const [file] = parts;
  if (parts.length !== 1 || file === undefined || typeof file === "string")
    return badRequest(fault(parts.length === 1 ? "a field without a file" : `${parts.length} fields`));
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: baseName(file.name.replaceAll("\\", "/")) };
}
