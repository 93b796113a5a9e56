import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readingAge } from '#modules/casework'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../../main/modules.ts'
import { madeUpConference } from '../../../child-protection/sharing/testing/madeUpFamily.ts'
import { giveInvitation } from '../../staff/commands/giveInvitation.ts'
import { type PortalBrowser, portalBrowser } from '../../testing/portalBrowser.ts'
import { giveCopy, openAccount, portalServer, portalStage, WORD } from '../../testing/portalStage.ts'

const record = await testRecord()
registerModules()
const stage = await portalStage(record)
const server = await portalServer(record)

/** Most people of eleven can read it. */
const OLDEST = 11
/** A sentence of more words than this is hard whatever its words. */
const LONGEST = 20

/** Words of the page's own, a sentence a line: what stands in other blocks is another sentence. */
function sentencesOf(body: string): readonly string[] {
  const main = /<body[\s\S]*<\/body>/.exec(body)?.[0] ?? ''
  return main
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(
      /<\/?(p|li|h\d|label|legend|div|a|button|td|th|summary|caption|ul|ol|form|fieldset)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&rsquo;/g, '’')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .split(/\n|(?<=[.?!:])\s+/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => /\p{L}/u.test(line))
    .map(line => (/[.?!]$/.test(line) ? line : `${line.replace(/[:,]$/, '')}.`))
}

const held = (path: string, body: string) => {
  const sentences = [...new Set(sentencesOf(body))]
  const long = sentences.filter(one => (one.match(/[\p{L}\d’'-]+/gu) ?? []).length > LONGEST)
  const hard = sentences.filter(one => one.split(' ').length > 7 && (readingAge(one).age ?? 0) > OLDEST + 2)
  // Labels and buttons of a few words would make any page look plain.
  const { age } = readingAge(sentences.filter(one => one.split(' ').length > 4).join(' '))
  expect({ path, long, hard, isPlain: age !== null && age <= OLDEST, age }).toEqual({
    path,
    long: [],
    hard: [],
    isPlain: true,
    age,
  })
}

async function inside(account: {
  readonly number: string
  readonly card: readonly string[]
}): Promise<PortalBrowser> {
  const browser = portalBrowser(server)
  await browser.send('/sign-in', { number: account.number, word: WORD, once: account.card[0] ?? '' })
  return browser
}

/** A number and a code, as a worker gives them. */
async function invitation(): Promise<{ readonly number: string; readonly code: string }> {
  const id = makeUuid()
  await record.as(stage.holder, work =>
    sql`insert into record.family_account (id, account_of, person_ids, decided_because)
      values (${id}, ${stage.grandmother}, ${[...stage.children]}::uuid[], 'Cares for them')`.execute(
      work.db(),
    ),
  )
  const { number, code } = await record.as(stage.holder, work => giveInvitation(work, id))
  return { number, code }
}

/** A worker asks what the help is like. */
const askThem = (personId: Uuid): Promise<unknown> =>
  record.as(stage.holder, work =>
    sql`insert into record.family_feedback (family_id, team_id, person_ids, occasion, outcome, on_day)
      select m.family_id, a.team_id, ${[personId]}::uuid[], 'review', 'asked', current_date from family_member m
        join allocation a on a.person_id = m.person_id where m.person_id = ${stage.boy}`.execute(work.db()),
  )

/** A conference to which the mother and the children are asked. */
await madeUpConference(record, {
  worker: stage.holder,
  clerk: stage.manager,
  children: stage.children,
  asked: [
    { personId: stage.mother, standing: 'mother' },
    { personId: stage.teenager, standing: 'child' },
    { personId: stage.boy, standing: 'child' },
  ],
})

describe('the portal’s own words', () => {
  it('before the door are read at eleven', async () => {
    const browser = portalBrowser(server)
    for (const path of ['/sign-in', '/start', '/help', '/nowhere']) held(path, (await browser.get(path)).body)
    held('/start, wrong', (await browser.send('/start', { number: '1', code: '2' })).body)
    const joining = portalBrowser(server)
    await joining.send('/start', await invitation())
    held('/word', (await joining.get('/word')).body)
    held('/word, short', (await joining.send('/word', { word: 'a', by: 'card' })).body)
    held('/word, the card', (await joining.send('/word', { word: 'quiet harbour', by: 'card' })).body)
    held('/sign-in, wrong', (await browser.send('/sign-in', { number: '1', word: '2', once: '3' })).body)
  })

  for (const [who, readsAs] of [
    ['mother', 'adult'],
    ['teenager', 'young_person'],
    ['boy', 'child'],
  ] as const)
    it(`inside are read at eleven by the ${who}`, async () => {
      const { copyId } = await giveCopy(record, {
        to: stage[who],
        children: [stage[who === 'mother' ? 'boy' : who]],
        words: 'We talk.',
      })
      const account = await openAccount(record, { of: stage[who], children: stage.children, readsAs })
      await askThem(stage[who])
      const browser = await inside(account)
      const paths = [
        '/',
        `/copies/${copyId}`,
        `/copies/${copyId}/plan`,
        '/wrong',
        `/wrong/${copyId}`,
        ...(readsAs === 'adult' ? [] : ['/how-i-am']),
      ]
      for (const path of paths) {
        const answer = await browser.get(path)
        expect(answer.statusCode).toBe(200)
        held(path, answer.body)
      }
      const asked = /href="(\/questions\/[^"]+)"/.exec((await browser.get('/')).body)?.[1] ?? ''
      held(asked, (await browser.get(asked)).body)
      held('/questions, nothing said', (await browser.send(asked, {}, asked)).body)
      const meeting = /href="(\/meetings\/[^"]+)"/.exec((await browser.get('/')).body)?.[1] ?? ''
      held(meeting, (await browser.get(meeting)).body)
      held('/meetings, nothing said', (await browser.send(meeting, {})).body)
      held('/copies, nothing said', (await browser.send(`/copies/${copyId}`, {})).body)
    })
})
