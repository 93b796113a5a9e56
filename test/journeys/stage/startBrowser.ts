import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

let running: Promise<Browser> | undefined

/** A browser without a window: one for all files of a worker, each visitor with a profile of their own. It ends with the worker, whose pipe it hangs on. */
export function startBrowser(): Promise<Browser> {
  running ??= launch()
  return running
}

async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
    // The package's own arguments put every page into one process, which ends with the first page closed.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
}
