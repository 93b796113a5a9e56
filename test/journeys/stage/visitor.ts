import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { County } from './openCounty.ts'
import { watchPages } from './watchPage.ts'

export type Way = {
  readonly width?: number
  readonly javaScript?: boolean
  /** Another authority's address. */
  readonly origin?: string
}

/** Someone at a browser. Everything they press, tick or fill in is counted; everything that goes wrong is kept. */
export type Visitor = {
  readonly page: Page
  /** Presses, ticks and fields filled in since the last `startCounting`. */
  interactions(): number
  startCounting(): void
  press(what: Locator): Promise<void>
  tick(what: Locator): Promise<void>
  write(where: Locator, text: string): Promise<void>
  /** Goes to an address of the authority. */
  open(path: string): Promise<void>
  /** The text that the page shows. */
  text(): Promise<string>
  signOut(): Promise<void>
  signIn(name: string): Promise<void>
  /** Errors and third parties so far; empties the list. */
  complaints(): readonly string[]
}

/** Opens a browser of one's own, with nobody signed in; closed with the test, which fails if any page complained. */
export async function visit(county: Pick<County, 'browser' | 'origin'>, way: Way = {}): Promise<Visitor> {
  const { width = 1280, javaScript = true, origin = county.origin } = way
  const options: BrowserContextOptions = { viewport: { width, height: 900 }, javaScriptEnabled: javaScript }
  const context = await county.browser.newContext(options)
  const known = watchPages(context, url => url.host === new URL(origin).host)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`${page.url()}\n${await whatStood(page)}\n`)
    await context.close()
    expect(known).toEqual([])
  })
  let count = 0
  const counted =
    <Given extends unknown[]>(act: (...given: Given) => Promise<unknown>) =>
    async (...given: Given) => {
      count += 1
      await act(...given)
    }
  const visitor: Visitor = {
    page,
    interactions: () => count,
    startCounting: () => {
      count = 0
    },
    press: counted(what => what.click()),
    tick: counted(what => what.check()),
    write: counted((where: Locator, text: string) => where.fill(text)),
    open: async path => {
      await page.goto(new URL(path, origin).href)
    },
    text: () => page.locator('body').innerText(),
    async signIn(name) {
      await page.goto(`${origin}/`)
      await page.getByRole('button', { name: `Sign in as ${name}` }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
    },
    async signOut() {
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('heading', { name: 'Sign out of the demonstration' }).waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('heading', { name: 'You have signed out' }).waitFor()
    },
    complaints: () => known.splice(0),
  }
  return visitor
}

/** What somebody sees who looks at the page of a failed test; all people are invented. */
const whatStood = (page: Page): Promise<string> =>
  page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch(() => 'The page showed nothing.')

/** The same, signed in as one of the county's people. */
export async function visitAs(county: County, name: string, way: Way = {}): Promise<Visitor> {
  const visitor = await visit(county, way)
  await visitor.signIn(name)
  return visitor
}
