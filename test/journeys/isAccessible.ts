import { expect, test } from 'vitest'
import { turnOf } from '#test/turn.ts'
import { faults } from './stage/faults.ts'
import type { County } from './stage/openCounty.ts'
import { pagePatterns, patternOf } from './stage/pagesWithin.ts'
import { type Visitor, visit, visitAs } from './stage/visitor.ts'

/**
 * Who between them reach every page by its links, and where some begin beside their home; the first to reach a page checks it. A
 * walk looks at one address of each kind, so that a page which only some records lead to is walked to from one of these.
 */
const people: readonly (readonly [string, ...(readonly string[])])[] = [
  [
    'Rowan Ashbrigg',
    '/people/new',
    '/open-with-reference',
    '/session',
    '/people/C100011/court-chronologies',
    '/people/C100027/plans',
    '/assessments/C100047/check',
    '/people/C100051/plans',
    '/people/C100049/missing',
    '/people/C100062/care',
    '/people/C100049/harm',
    '/people/C100011/pre-proceedings/new',
  ],
  ['Gwen Hollinwood', '/people/C100007', '/people/C100032', '/people/C100038/plan'],
  ['Lee Wainscott', '/workforce/posts?state=vacant'],
  ['Nikhil Mehtapal'],
  ['Helena Marlsborough', '/people/C100015'],
  ['Marcus Fitzgarvey', '/workforce/early-career'],
  ['Callum Wetherlam', '/people/C100015'],
  ['Bronwen Tideswell', '/my-school', '/my-school/attendance', '/my-school/transfer-file'],
  ['Marged Oakhanger', '/my-children'],
  ['Gethin Pryderwen', '/meetings'],
]

/** Shown only for a person without a family, or once a census file has been imported. */
const elsewhere = ['/families/new', '/imports/:runId']
/** Walked, with the same look at each page, by the journeys of their own files. */
const ownJourneys = [
  '/meetings/:meetingId/papers',
  '/meetings/:meetingId/send',
  '/meetings/:meetingId/answers',
  '/meetings/:meetingId/move',
  '/attendances/:attendanceId',
  '/attendances/questions',
  '/attendances/:attendanceId/questions/:questionId',
  '/attendances/:attendanceId/elsewhere/:questionId',
  '/attendances/:attendanceId/elsewhere/:questionId/sheet',
  '/attendances/timeliness',
  '/partner-notices/:noticeId',
  '/partner-notices/:noticeId/readers',
  '/partner-notices/queue',
  '/partner-notices/queue/:questionId',
  '/partner-notices/queue/:questionId/notice',
  '/partner-notices/send',
  '/partner-notices/send/:kind',
  '/partner-notices/sent',
  '/protection-information/answers',
  '/protection-information/files/:fileId',
  '/protection-information/work',
  '/protection-information/work/:workId',
  '/people/:personId/nhs',
  '/supervision/audits/sessions/:auditId',
  '/people/:personId/protection-plan/category',
  '/people/:personId/protection-plan/end',
  '/people/:personId/protection-plan/earlier',
  '/people/:personId/protection-plan/members/new',
  '/people/:personId/protection-plan/outcomes/:outcomeId',
  '/people/:personId/protection-plan/outcomes/:outcomeId/actions/new',
  '/people/:personId/protection-plan/actions/:actionId',
  '/people/:personId/transfers-in/new',
  '/people/:personId/transfers-in/:transferId',
  '/people/:personId/disagreements/new',
  '/people/:personId/disagreements/:disputeId',
  '/papers/:paperId',
  '/papers/:paperId/parts/new',
  '/papers/:paperId/parts/:partId',
  '/papers/:paperId/parts/:partId/remove',
  '/papers/:paperId/parts/:partId/translation',
  '/papers/:paperId/document',
  '/papers/:paperId/decide',
  '/papers/:paperId/preview',
  '/copies/:copyId',
  '/copies/:copyId/answers',
  '/people/:personId/family-access/:accountId/channel',
  '/meetings/:meetingId/agenda',
  '/meetings/:meetingId/continue',
  '/meetings/:meetingId/yours',
  '/meetings/:meetingId/yours/views',
  '/meetings/:meetingId/cancel',
  '/meetings/:meetingId/adjourn',
  '/meetings/:meetingId/attendance',
  '/meetings/:meetingId/room/entries',
  '/attendances/changes',
  '/attendances/timeliness/changes',
  '/notices/changes',
  '/administration/messages/:messageId',
  '/administration/providers/:providerId',
  '/my-children',
  '/people/:personId/contributions',
  '/people/:personId/contributions/new',
  '/people/:personId/contributions/requests/new',
  '/people/:personId/contributions/:contributionId/correct',
  '/meetings/:meetingId/decision',
  '/meetings/:meetingId/record',
  '/meetings/:meetingId/conference',
  '/meetings/:meetingId/conference/words',
  '/meetings/:meetingId/conference/view',
  '/meetings/:meetingId/conference/lines/new',
  '/meetings/:meetingId/conference/adjourn',
  '/meetings/:meetingId/conference/corrections',
  '/meetings/:meetingId/conference/decide',
  '/meetings/:meetingId/conference/notes',
  '/meetings/:meetingId/conference/disagree',
  '/merges/:mergeId/undo',
  '/people/:personId/missing/:episodeId/interview',
  '/people/:personId/documents/:documentId',
  '/people/:personId/letters/:letterId',
  '/assessments/:jointId/take-in',
  '/families/:familyId/safeguarding/strands/:strandId/sessions/new',
  '/families/:familyId/safeguarding/strands/:strandId/sessions/:sessionId/correct',
  '/families/:familyId/safeguarding/strands/:strandId/clinical-notes',
  '/safeguarding/clinical-notes/:strandId/:noteId/correct',
  '/safeguarding/clinical-notes',
  '/safeguarding/by-team/:teamId/children', // linked where five families or more stand behind a number
  '/safeguarding/clinical-notes/:strandId',
  '/families/:familyId/safeguarding/chapters/:chapter/summary',
  '/families/:familyId/safeguarding/supervision/new',
  '/families/:familyId/safeguarding/supervision/:supervisionId/change',
  '/families/:familyId/safeguarding/family/ask',
  '/refer',
  '/refer/received',
  '/front-door/contacts/:contactId/decide',
  '/front-door/contacts/:contactId/feedback',
  '/front-door/sent/:reference',
  '/prints/:printId',
  '/people/:personId/enquiries/new',
  '/people/:personId/enquiries/:enquiryId',
  '/people/:personId/enquiries/:enquiryId/discussions/new',
  '/people/:personId/enquiries/:enquiryId/actions/new',
  '/people/:personId/enquiries/:enquiryId/lines/new',
  '/people/:personId/enquiries/:enquiryId/lines/:lineId',
  '/people/:personId/enquiries/:enquiryId/medicals/new',
  '/people/:personId/enquiries/:enquiryId/medicals/:medicalId',
  '/people/:personId/enquiries/:enquiryId/outcome',
  '/people/:personId/enquiries/:enquiryId/stop',
  '/people/:personId/discussions/:discussionId/sent',
  '/people/:personId/body-map',
  '/people/:personId/body-map/new',
  '/people/:personId/body-map/:markId/correct',
  '/people/:personId/pre-proceedings/:caseId/application',
  '/workforce/posts/:place/holders/:post',
  '/workforce/posts/:place/holders/:post/link',
]
/** A file to keep, not a page. */
const isFile = (pattern: string): boolean => /\/(print|file)$|\.(pdf|svg)$/.test(pattern)
const excused = [...elsewhere, ...ownJourneys]
const redirects = ['/', '/enquiries/:enquiryId']

/** Every page: no error; and each on one day of three wide and at 360 pixels: no violation of WCAG 2.2 AA, nothing beside the screen. */
export function isAccessible(county: County): void {
  const patterns = pagePatterns(county.server)
  const lookedAt = new Set(turnOf(patterns, 3))
  const checked = new Set<string>(redirects)

  test('before anybody has signed in', async () => {
    const anyone = await visit(county)
    for (const path of ['/', '/accessibility', '/privacy', '/help', '/signed-out']) {
      await anyone.open(path)
      expect(await faults(anyone, path)).toEqual([])
      checked.add(path)
    }
  })

  test.each(people)(
    'for %s',
    async (name, ...starts) => {
      const visitor = await visitAs(county, name)
      const first: string[] = []
      for (const start of starts) first.push(await withId(county, start))
      first.push(new URL(visitor.page.url()).pathname)
      expect(await crawl(visitor, { origin: county.origin, patterns, lookedAt, checked, first })).toEqual([])
    },
    240_000,
  ) // the first of them looks at nearly every page, twice

  test('leaves no page out', () => {
    const left = patterns.filter(pattern => !checked.has(pattern) && !isFile(pattern))
    expect(left.filter(pattern => !excused.includes(pattern))).toEqual([])
  })
}

/** An address with the id of the child whose number it names, or of the assessment that they are in. */
async function withId(county: County, path: string): Promise<string> {
  const [number] = /C1\d{5}/.exec(path) ?? []
  if (number === undefined) return path
  const { id, assessmentId } = await county.child(number)
  return path.replace(number, path.startsWith('/assessments/') ? `${assessmentId}` : id)
}

type Crawl = {
  readonly origin: string
  readonly patterns: readonly string[]
  /** Pages of which all is looked at today; the others are opened, and must say of no error. */
  readonly lookedAt: ReadonlySet<string>
  readonly checked: Set<string>
  /** Looked at whatever has been seen. */
  readonly first: readonly string[]
}

/** Follows links, one address of each kind. @returns the faults of pages that nobody has checked before */
async function crawl(
  visitor: Visitor,
  { origin, patterns, lookedAt, checked, first }: Crawl,
): Promise<readonly string[]> {
  const found: string[] = []
  const queue = [...first]
  const seen = new Set<string>()
  const wanted = new Set(first)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const pattern = patternOf(patterns, path.split('?')[0] ?? '')
    const kind = path.includes('/new') ? `${pattern} new` : pattern // a new row's form is another page than a row's
    if (pattern === null || kind === null || isFile(pattern)) continue
    if (!wanted.delete(path) && seen.has(kind)) continue
    const answer = checked.has(kind) ? await read(visitor, origin, path) : await show(visitor, origin, path)
    if (answer === null) continue
    found.push(...answer.complaints)
    seen.add(kind)
    queue.push(...answer.links)
    if (!checked.has(kind) && lookedAt.has(pattern)) found.push(...(await faults(visitor, pattern)))
    checked.add(kind).add(pattern)
  }
  return found
}

type Shown = { readonly complaints: readonly string[]; readonly links: readonly string[] }

/** Opens a page in the browser. @returns null for one that is not theirs, of which the browser itself complains */
async function show(visitor: Visitor, origin: string, path: string): Promise<Shown | null> {
  const answer = await visitor.page.goto(`${origin}${path}`)
  const complaints = visitor.complaints()
  if (!answer?.ok()) return null
  const addresses: readonly string[] = await visitor.page.evaluate(
    '[...document.links].map(link => link.href)',
  )
  return { complaints, links: within(addresses, origin) }
}

/** Of a page that somebody else was shown: where it leads for this one, without drawing it again. */
async function read({ page }: Visitor, origin: string, path: string): Promise<Shown | null> {
  const answer = await page.request.get(`${origin}${path}`)
  if (!answer.ok()) return null
  const hrefs = [...(await answer.text()).matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) =>
    new URL(href.replaceAll('&amp;', '&'), answer.url()).toString(),
  )
  return { complaints: [], links: within(hrefs, origin) }
}

function within(addresses: readonly string[], origin: string): readonly string[] {
  return addresses
    .map(address => new URL(address))
    .filter(url => url.origin === origin && url.searchParams.get('format') !== 'csv')
    .map(url => url.pathname + url.search)
}
