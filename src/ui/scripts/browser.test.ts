import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseloadBars } from '../drawings/caseloadBars.ts'
import * as ui from '../index.ts'

const assets = ui.assetFiles()

/** What the little server answers to a draft and to the form, set by each test; undefined hangs up, as a lost connection does. */
let draftStatus: number | undefined
let submitStatus: number | undefined
let drafts: URLSearchParams[] = []
let timesSeen = 0

const form = (words: string, error?: string) =>
  ui.recordForm({
    action: '/visits',
    csrf: { value: 'token' },
    idempotencyKey: 'key-1',
    draftUrl: '/drafts/1',
    content: ui.html`${ui.textarea({ name: 'words', label: { text: 'What happened' }, value: words, errorMessage: error ? { text: error } : undefined })}
      ${ui.dateFields({ name: 'on', legend: 'Date of visit' })}
      <input type="hidden" name="action" value="a field of this name hides the form's own address from scripts">
      ${ui.button({ text: 'Save', preventDoubleClick: true })}`,
  })

const everything = ui.html`${ui.subNavigation({
  label: 'Record',
  items: [
    { text: 'Overview', href: '/', active: true },
    { text: 'Plan', href: '/plan' },
  ],
})}
  ${ui.clockBadge({ state: 'overdue', text: 'visit due 4 May 2026', rule: 'Every 10 working days' })}
  ${ui.denseTable({ caption: 'Your children', firstCellIsHeader: true, head: [{ text: 'Child' }, { text: 'Team' }, { text: 'Next visit' }, { text: 'Plan' }], rows: [[{ text: 'Sam Example' }, { text: 'North' }, { text: '4 May 2026' }, { html: ui.tag({ text: 'In need' }) }]] })}
  ${ui.timeline({ items: [{ label: { text: 'Visit' }, byline: { text: 'Kim Example' }, text: 'Seen alone', datetime: Temporal.PlainDate.from('2026-04-01') }] })}
  ${caseloadBars({ id: 'load', title: 'Caseloads', limit: 16, caseloads: [{ worker: 'Kim Example', children: 9, fullTimeEquivalent: 0.5 }] })}
  ${ui.progressBar({ id: 'done', title: 'Visits', done: 1, of: 3 })}
  ${ui.sortableTable({ caption: 'Visits', head: [{ text: 'Child', sort: 'ascending' }], rows: [[{ text: 'Sam' }], [{ text: 'Ali' }]] })}
  ${ui.datePicker({ id: 'next', name: 'next', label: { text: 'Next visit' } })}
  ${ui.alert({ variant: 'warning', title: 'Restricted', text: 'Only the team may see this.' })}`

const shell = (content: ui.Html): string =>
  String(
    ui.page({
      title: 'Record a visit',
      serviceName: 'Kith',
      authorityName: 'Westmarch Council',
      navigation: [
        { text: 'My work', href: '/', current: true },
        { text: 'People', href: '/people' },
      ],
      user: { name: 'Kim Example', signOutPath: '/sign-out', csrf: { value: 'token' } },
      banner: ui.knownAtBanner({ knownAt: Temporal.Instant.from('2026-07-01T11:00:00Z'), presentPath: '/' }),
      content: ui.html`<h1 class="govuk-heading-l">Record a visit</h1>${content}`,
      assetPath: assets.assetPath,
    }),
  )

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

function answerForm(response: ServerResponse, fields: URLSearchParams): void {
  if (submitStatus === 200) response.writeHead(200, { 'kith-location': '/saved' }).end()
  else if (submitStatus === 303) response.writeHead(303, { location: '/saved' }).end()
  else if (submitStatus === 422) {
    response
      .writeHead(422, { 'content-type': 'text/html' })
      .end(
        shell(
          ui.html`${ui.errorsAbove(ui.fieldErrors([{ path: ['words'], message: 'Enter more' }]))}${form(fields.get('words') ?? '', 'Enter more')}<p id="refused">Refused</p>`,
        ),
      )
  } else response.writeHead(submitStatus ?? 500).end()
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'",
  )
  const asset = assets.files.find(file => file.path === request.url)
  if (asset) return void response.writeHead(200, { 'content-type': asset.contentType }).end(asset.body)
  if (request.method === 'POST') {
    const fields = await read(request)
    const status = request.url === '/visits' ? submitStatus : draftStatus
    if (status === undefined) return void response.destroy()
    if (request.url === '/visits') return answerForm(response, fields)
    drafts.push(fields)
    return void response.writeHead(status).end()
  }
  if (request.url === '/saved') timesSeen += 1
  const content =
    request.url === '/saved'
      ? ui.html`<p id="saved">Saved</p>`
      : request.url === '/all'
        ? everything
        : form('')
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shell(content))
}

let server: Server
let browser: Browser
let page: Page
let origin: string
const complaints: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // An address of a listening TCP server is an object.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // Its own arguments put every page into one process, which ends with the first page closed.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
})

afterAll(async () => {
  await browser.close()
  server.close()
})

beforeEach(async () => {
  drafts = []
  timesSeen = 0
  complaints.length = 0
  page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
})

afterEach(async () => {
  await page.close()
})

const status = () => page.locator('[data-draft-status]')
const words = () => page.getByLabel('What happened')

describe('in a browser', () => {
  test('a draft is saved as one types, and the page says when', async () => {
    draftStatus = 204
    await page.goto(origin)
    await words().pressSequentially('Seen at home')
    await status()
      .filter({ hasText: /^Saved \d\d:\d\d$/ })
      .waitFor()
    expect(drafts.map(draft => [draft.get('words'), draft.get('_csrf')])).toEqual([['Seen at home', 'token']])
    expect(await page.locator(':focus').getAttribute('name')).toBe('words')
    expect(complaints).toEqual([])
  })

  test('a lost connection is said, and the draft is sent when it is back', async () => {
    draftStatus = undefined
    await page.goto(origin)
    await words().fill('Seen alone')
    await words().blur()
    await status().filter({ hasText: 'Not saved: no connection. Your text is still on this page.' }).waitFor()
    draftStatus = 204
    await page.evaluate("void window.dispatchEvent(new Event('online'))")
    await status().filter({ hasText: 'Saved' }).waitFor()
    expect(drafts.map(draft => draft.get('words'))).toEqual(['Seen alone'])
  })

  test('after sign-out it asks to sign in elsewhere and keeps the text', async () => {
    draftStatus = 401
    await page.goto(origin)
    await words().fill('Seen alone')
    await words().blur()
    await status().filter({ hasText: 'Sign in again in another tab' }).waitFor()
    expect(await words().inputValue()).toBe('Seen alone')
  })

  test('a form that cannot be sent stays, with its text, and can be sent again', async () => {
    draftStatus = 204
    submitStatus = undefined
    await page.goto(origin)
    await words().fill('Seen alone')
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: 'Not sent: no connection. Your text is still on this page.' })
      .waitFor()
    expect([page.url(), await words().inputValue()]).toEqual([`${origin}/`, 'Seen alone'])
    submitStatus = 200
    // GOV.UK's guard against double clicks lasts a second.
    await page.waitForTimeout(1100)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('#saved').waitFor()
    expect(page.url()).toBe(`${origin}/saved`)
    expect(timesSeen).toBe(1)
  })

  test.each([401, 403, 404, 503])('a form answered with %i stays, with its text', async refusal => {
    submitStatus = refusal
    await page.goto(origin)
    await words().fill('Seen alone')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: 'Your text is still on this page.' }).waitFor()
    expect(await words().inputValue()).toBe('Seen alone')
  })

  test('a form sent back with errors is shown, works again, and moves focus to the summary', async () => {
    submitStatus = 422
    await page.goto(origin)
    await words().fill('Too short')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('#refused').waitFor()
    expect(await words().inputValue()).toBe('Too short')
    expect(await page.locator(':focus').getAttribute('class')).toBe('govuk-error-summary')
    submitStatus = 303
    await page.waitForTimeout(1100)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('#saved').waitFor()
  })

  test('a page of everything breaks no security policy and no rule of WCAG 2.2 AA, on a phone too', async () => {
    const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
    for (const size of [
      { width: 1280, height: 900 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(size)
      await page.goto(`${origin}/all`)
      await page.locator('.moj-datepicker__toggle').waitFor()
      await page.evaluate(axe)
      const violations = await page.evaluate(`
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(found => found.violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]))`)
      expect(violations).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width)
    }
    expect(complaints).toEqual([])
  })
})
