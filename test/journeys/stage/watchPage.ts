import type { BrowserContext, Page } from 'playwright-core'

/** What must never happen on any page: an error in the console (a refused script or style among them), or a word to a third party. */
export function watchPages(context: BrowserContext, isOurs: (url: URL) => boolean): string[] {
  const complaints: string[] = []
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', error => complaints.push(String(error.error())))
  context.on('request', request => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && !isOurs(url)) complaints.push(`asked ${url.origin}`)
  })
  return complaints
}

/** What the browser keeps for a page beside cookies: shared laptops must hold nothing of a record. */
export function keptInBrowser(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ])()`)
}

/** Whether something lies beside the screen, so that one would have to move it sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
