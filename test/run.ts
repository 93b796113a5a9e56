import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As much of Vitest's JSON report as is read here. */
type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Runs every test and ends with one line: the runner's own counts. A file that could not be run counts as one failure. */
function run(): number {
  const folder = mkdtempSync(join(tmpdir(), 'kith-report-'))
  const file = join(folder, 'report.json')
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const ran = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  )
  const { passed, failed } = countsOf(file)
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return ran.status === 0 && failed === 0 && passed > 0 ? 0 : 1
}

function countsOf(file: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report // Vitest's own format
    const unrun = report.testResults.filter(
      result =>
        result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + unrun.length }
  } catch {
    return { passed: 0, failed: 1 } // the runner itself ended before it could report
  }
}

process.exitCode = run()
