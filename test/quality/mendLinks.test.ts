import { expect, test } from 'vitest'
import { type QualityIssue, qualityIssues, qualitySources } from '#modules/casework'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs, type Visitor } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../src/main/modules.ts'
import { clocksTold, faultyTeam } from './county.ts'

registerModules()
const record = await testRecord()
const team = await faultyTeam(record)
const server = await testServer(record.database, serviceModules, {
  limits: { perAddress: 1_000_000, perSession: 1_000_000, signIn: 1_000_000 },
})
const visitors = {
  worker: await signInAs(server, team.worker.id),
  manager: await signInAs(server, team.manager.id),
}
const everyRule = qualitySources().flatMap(({ name, rules }) =>
  Object.values(rules).map(rule => ({ name, rule })),
)

/** Where a link ends, after at most two redirects. */
async function opens(visitor: Visitor, href: string): Promise<string> {
  let address = href
  for (let step = 0; step < 3; step += 1) {
    const { statusCode, headers } = await visitor.get(address)
    if (statusCode !== 303 && statusCode !== 302) return `${statusCode} ${address}`
    address = String(headers.location)
  }
  return `in circles ${address}`
}

const found: readonly QualityIssue[] = await record.as(team.manager, work => qualityIssues(work))

test('every rule of every source is broken somewhere here, names what asks for it, and has words for its mending', () => {
  const sources = new Set(found.map(({ source }) => source))
  expect([...sources].toSorted()).toEqual(
    qualitySources()
      .map(({ name }) => name)
      .toSorted(),
  )
  for (const { name, rule } of everyRule) {
    const own = found.filter(({ source }) => source === name)
    const isFound = own.some(issue => typeof rule.rule === 'function' || issue.rule === rule.rule)
    expect([name, rule.rule, isFound]).toEqual([name, rule.rule, true])
  }
  for (const { rule, basis, mend, problem, href } of found)
    expect([rule, basis, mend, problem, href].filter(words => words.trim() === '')).toEqual([])
})

test('every finding leads to the page that mends it, which opens for whoever has it to do', async () => {
  const wrong: string[] = []
  for (const { rule, href, isManagers } of found) {
    const visitor = isManagers ? visitors.manager : visitors.worker
    const answer = await opens(visitor, href)
    if (!answer.startsWith('200 ')) wrong.push(`${rule}: ${href} answers ${answer}`)
    if (/^\/people\/[^/]+$/.test(href)) wrong.push(`${rule}: leads to the record, and to no form of it`)
  }
  expect(wrong).toEqual([])
})

test('an overdue clock leads to the form that satisfies it; where there is none, to why it is due', () => {
  const forms = new Map(
    found
      .filter(({ source, severity }) => source === 'clocks' && severity === 'error')
      .map(one => [one.rule, one.href]),
  )
  expect(forms.size).toBe(clocksTold.length)
  const unmended = [...forms].filter(([, href]) => href.startsWith('/clocks/')).map(([rule]) => rule)
  expect(unmended).toHaveLength(1)
})

test('the worker is shown what is theirs, the manager what is theirs too, the officer codes alone, a stranger nothing', async () => {
  const page = async (visitor: Visitor, query = '') => (await visitor.get(`/data-quality${query}`)).body
  const shown = await page(visitors.worker, '?source=oversight')
  expect(shown).not.toContain('/oversight/new')
  expect(await page(visitors.manager, '?source=oversight')).toContain('/oversight/new')
  const officer = await record.as(team.officer, work => qualityIssues(work))
  expect(officer.map(({ rule }) => rule)).not.toContain('What the child says, or why there is nothing')
  expect(officer.some(({ source }) => source === 'contacts')).toBe(false)
  expect(officer.some(({ source }) => source === 'assessments')).toBe(true)
  expect(await record.as(team.stranger, work => qualityIssues(work))).toEqual([])
})

test('My work leads in one line to what there is to mend, for the worker and for the team', async () => {
  for (const [key, of] of [
    ['worker', 'worker'],
    ['manager', 'team'],
  ] as const) {
    const { body } = await visitors[key].get('/my-work')
    const [, href = ''] =
      body.match(new RegExp(`href="(/data-quality[^"]*&amp;${of}=[^"]*)">What to mend`)) ?? []
    const list = (await visitors[key].get(`${href.replaceAll('&amp;', '&')}&format=csv`)).body
      .trim()
      .split('\n')
    expect([key, list.length > 6]).toEqual([key, true])
  }
})
