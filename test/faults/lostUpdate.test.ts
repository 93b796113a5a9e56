import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { atOnce } from '../routes/ask.ts'
import { setStage } from '../routes/stage.ts'
import { tell } from '../routes/tell.ts'

/** Saves tried by each of the four; 30,000 in all before a release. */
const SAVES = Number(process.env['KITH_SAVES'] ?? 12)

const record = await testRecord(6)
let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  stage = await setStage(record)
})

const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .find(Boolean) ?? ''

type Save = { readonly saw: string; readonly wrote: string }

/** Every value that the row ever had, in order. */
async function versions(rowId: Uuid): Promise<readonly string[]> {
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ value: string }>(
      `select value from (select value, recorded_from from history.person_contact where id = $1
         union all select value, recorded_from from record.person_contact where id = $1) v order by recorded_from`,
      [rowId],
    )
    return rows.map(row => row.value)
  } finally {
    await client.end()
  }
}

describe('four people who change the same fact', () => {
  it('keeps each accepted save as the child of what its author saw, and shows both texts to the others', async () => {
    const { personId } = stage.county.people.own
    const rowId = await tell(record, 'person_contact', { person_id: personId, kind: 'mobile', value: '0' })
    const url = `/people/${personId}/details/contact/${rowId}`
    const [accepted, refused]: [Save[], number[]] = [[], []]
    const wrong: string[] = []
    await atOnce(['holder', 'coWorker', 'manager', 'leader'] as const, 4, async name => {
      const visitor = stage.visitors[name]
      for (let save = 0; save < SAVES; save += 1) {
        const form = await visitor.get(url)
        const saw = fieldOf(form.body, 'value')
        const wrote = makeUuid()
        await new Promise(settle => setTimeout(settle, Math.random() * 60))
        const fields = { kind: 'mobile', value: wrote, recorded_from: fieldOf(form.body, 'recorded_from') }
        const answer = await visitor.post(url, fields)
        if (answer.statusCode === 303) accepted.push({ saw, wrote })
        else {
          refused.push(answer.statusCode)
          if (answer.statusCode !== 409) wrong.push(`answered ${answer.statusCode}`)
          if (!answer.body.includes(wrote)) wrong.push('what was typed is gone')
          const now = (await versions(rowId)).filter(value => value !== wrote && value !== saw)
          if (!now.some(value => answer.body.includes(value))) wrong.push('what stands now is not shown')
        }
      }
    })
    const chain = await versions(rowId)
    const parents = new Map(chain.slice(1).map((value, at) => [value, chain[at]]))
    expect(wrong).toEqual([])
    expect(accepted.filter(({ saw, wrote }) => parents.get(wrote) !== saw)).toEqual([])
    expect(chain).toHaveLength(accepted.length + 1)
    expect([accepted.length > SAVES / 2, refused.length > 0]).toEqual([true, true])
  })
})

describe('one person with the same draft in several tabs', () => {
  it('never overwrites what another tab saved since, and gives both texts back', async () => {
    const { holder } = stage.visitors
    const url = `/drafts/visit/${stage.county.people.own.personId}`
    const tabs = Array.from({ length: 4 }, () => ({ key: makeUuid(), version: '', saw: '', saved: '' }))
    const saves: Save[] = []
    const wrong: string[] = []
    await atOnce(tabs, 4, async tab => {
      for (let save = 0; save < SAVES; save += 1) {
        const wrote = makeUuid()
        const answer = await holder.post(
          url,
          { _key: tab.key, _draft_version: tab.version, body: wrote },
          { accept: 'application/json' },
        )
        const said: { version: number; yours?: { body: string }; other?: { body: string } } = answer.json()
        if (answer.statusCode === 200) {
          saves.push({ saw: tab.saw, wrote })
          tab.saw = wrote
        } else {
          if (answer.statusCode !== 409) wrong.push(`answered ${answer.statusCode}`)
          if (said.yours?.body !== wrote) wrong.push('what was typed is not given back')
          // Whoever is shown the other text goes on from there.
          tab.saw = said.other?.body ?? ''
        }
        tab.version = String(said.version)
        await new Promise(settle => setTimeout(settle, Math.random() * 30))
      }
    })
    expect(wrong).toEqual([])
    // Each text but the last is the parent of exactly one: were two saved over one text, the first would be lost.
    const parents = Map.groupBy(saves, ({ saw }) => saw)
    expect([...parents.values()].filter(children => children.length > 1)).toEqual([])
    expect(parents.size).toBe(saves.length)
    expect(saves.length).toBeGreaterThan(SAVES / 2)
  })
})
