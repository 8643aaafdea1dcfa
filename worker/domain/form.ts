import { deriveForm } from '../../rules/index.ts'
import type { FormRequest, FormResponse, Language } from '../../schemas/index.ts'
import { readAnswers } from './decide.ts'
import type { Library } from './library.ts'

/**
 * The form as it is to be shown after the given answers.
 *
 * @throws Refusal `unknown-bundle`, `unknown-version` or `invalid-input`.
 */
export async function formFor(
  library: Library,
  bundle: string,
  request: FormRequest,
  language: Language,
  now: Date,
): Promise<FormResponse> {
  const { version, compiled } = await library.open(bundle, request.version)
  const { answers } = readAnswers(compiled, request.answers, now, 'unknown')
  return {
    version: version.number,
    hash: version.hash,
    ...deriveForm(compiled, answers, request.language ?? language),
  }
}
