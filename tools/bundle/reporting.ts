import { reportFaults } from './decide.ts'
import type { Options } from './input.ts'

/** As `reportingFaults`, for work that takes its time. */
export async function reportingFaultsOf(
  options: Pick<Options, 'json' | 'language'>,
  work: () => Promise<void>,
): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    return reportFaults(error, options)
  }
}
