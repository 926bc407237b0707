import { quoted } from "../../../compile/content-fault.ts";
import { MAX_MEDIA_BYTES } from "../../../compile/media/inspect-media.ts";
import { baseName } from "../../../compile/media/media-facts.ts";
import { parseContentType } from "../../../syntax/content-type.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { Fault } from "../../fault.ts";
import { badRequest, type DeskProblem } from "../../problems.ts";
import { readBody } from "../../reading/read-body.ts";
import { readQuery } from "../../reading/read-query.ts";
import { MEDIA_NAME_RULE, readMediaName } from "./media-name.ts";

/** What a form may add to its file, in bytes. */
const MAX_FORM_OVERHEAD = 65_536;

/** `body` is the complete body of the request, `bytes` the file in it. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly body: Uint8Array };

type FileOfForm = { readonly bytes: Uint8Array; readonly fileName: string };

/**
 * Reads a file that is the body itself, with its name in the query, or that is in a form, as browsers and `curl -F`
 * send it.
 */
export async function readUpload(call: DeskCall): Promise<Result<Upload, DeskProblem>> {
  const faults: Fault[] = [];
  const query = readQuery(call.url.searchParams, ["name"], faults);
  if (faults.length > 0) return err(badRequest(...faults));
  const contentType = call.request.headers.get("content-type") ?? "";
  const isForm = parseContentType(contentType).mediaType === "multipart/form-data";
  const body = await readBody(call.request, MAX_MEDIA_BYTES + (isForm ? MAX_FORM_OVERHEAD : 0));
  if (!body.ok) return body;
  const file = isForm ? await fileOfForm(body.value, contentType) : ok({ bytes: body.value, fileName: undefined });
  if (!file.ok) return file;
  const { bytes, fileName } = file.value;
  if (bytes.length > MAX_MEDIA_BYTES) return err({ kind: "too-large", maxBytes: MAX_MEDIA_BYTES });
  const written = query.name ?? fileName;
  const name = written === undefined ? undefined : readMediaName(written);
  if (name !== undefined) return ok({ name, bytes, body: body.value });
  const found = written === undefined ? {} : { found: quoted(written) };
  return err(badRequest({ parameter: "name", ...found, expected: MEDIA_NAME_RULE }));
}

async function fileOfForm(body: Uint8Array, contentType: string): Promise<Result<FileOfForm, DeskProblem>> {
  const fault = (found: string) => err(badRequest({ pointer: "", found, expected: "a form with one file" }));
  let form: FormData;
  try {
    form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch {
    return fault("a form that cannot be read");
  }
  const parts = [...form].map(([, value]) => value);
  const [file] = parts;
  if (parts.length !== 1 || file === undefined || typeof file === "string")
    return fault(parts.length === 1 ? "a field without a file" : `${parts.length} fields`);
  return ok({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: baseName(file.name.replaceAll("\\", "/")) });
}
