import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules } from '../../../main/modules.ts'
import { familyPortalModule } from '../index.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

const record = await testRecord()
const stage = await portalStage(record)
registerModules()
const staff = await testServer(record.database, [familyPortalModule])
const portal = await portalServer(record)
const holder = await signInAs(staff, stage.holder.id)
const base = (child: Uuid) => `/people/${child}/family-access`

const idIn = (body: string, after: string): string =>
  new RegExp(`${after}/([0-9a-f-]{36})/`).exec(body)?.[1] ?? ''

describe('a worker who gives the family access', () => {
  it('opens an account for a parent, prints the letter once, and sees that it was used', async () => {
    const page = await holder.get(base(stage.boy))
    expect(page.body).toContain('No parental responsibility on record: an account is a decision')
    const opened = await holder.post(base(stage.boy), {
      who: stage.mother,
      children: [...stage.children],
      careful: 'yes',
    })
    expect(opened.statusCode).toBe(303)
    const accountId = idIn((await holder.get(base(stage.boy))).body, 'family-access')
    const letter = await holder.post(`${base(stage.boy)}/${accountId}/invitation`)
    const number = /Type your number: <strong>([\d ]+)</.exec(letter.body)?.[1] ?? ''
    const code = /Type your code: <strong>([^<]+)</.exec(letter.body)?.[1] ?? ''
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const waiting = await holder.get(base(stage.boy))
    expect(waiting.body).toContain('Given and not used yet')
    expect(waiting.body).not.toContain(code)
    const browser = portalBrowser(portal)
    expect((await browser.send('/start', { number, code })).headers.location).toBe('/word')
    expect((await browser.send('/word', { word: 'quiet harbour', by: 'card' })).statusCode).toBe(200)
    expect((await holder.get(base(stage.boy))).body).toContain(
      'they sign in with a card with 24 numbers left',
    )
  })

  it('must say the decision for somebody without parental responsibility, and loses nothing typed', async () => {
    const refused = await holder.post(base(stage.boy), {
      who: stage.grandmother,
      children: [stage.boy],
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Enter the decision and its reason')
    expect(refused.body).toMatch(new RegExp(`value="${stage.grandmother}"[^>]*checked`))
    const decided = await holder.post(base(stage.boy), {
      who: stage.grandmother,
      children: [stage.boy],
      decidedBecause: 'He lives with her by agreement',
    })
    expect(decided.statusCode).toBe(303)
    const again = await holder.post(base(stage.boy), {
      who: stage.grandmother,
      children: [stage.boy],
      decidedBecause: 'Twice',
    })
    expect([again.statusCode, again.body.includes('has an open account already')]).toEqual([422, true])
  })

  it('closes an account once: a form opened before is refused and told what stands', async () => {
    const { body } = await holder.get(base(stage.boy))
    const accountId = idIn(body, 'family-access')
    const fields = { version: '1', [`because-${accountId}`]: 'She asked for it' }
    expect((await holder.post(`${base(stage.boy)}/${accountId}/close`, fields)).statusCode).toBe(303)
    const late = await holder.post(`${base(stage.boy)}/${accountId}/close`, {
      ...fields,
      [`because-${accountId}`]: 'Another reason',
    })
    expect([late.statusCode, late.body.includes('You wrote: Another reason')]).toEqual([409, true])
  })

  it('is somebody who may write of the child: for others the page is not there', async () => {
    const stranger = await signInAs(staff, stage.stranger.id)
    for (const path of [base(stage.boy), `/people/${stage.boy}/family-words`])
      expect((await stranger.get(path)).statusCode).toBe(404)
  })
})

describe('a child’s own page', () => {
  it('reaches the worker, who says that it was read, and the child sees it', async () => {
    const account = await openAccount(record, { of: stage.boy, children: [stage.boy], readsAs: 'child' })
    const browser = portalBrowser(portal)
    await browser.send('/sign-in', { number: account.number, word: WORD, once: account.card[0] ?? '' })
    const said = await browser.send('/how-i-am', { feeling: '2', words: 'I miss my dog.', call: 'yes' })
    expect(said.statusCode).toBe(303)
    const page = await holder.get(`/people/${stage.boy}/family-words`)
    expect(page.body).toContain('I miss my dog.')
    expect(page.body).toContain('2 out of 10')
    const wordId = idIn(page.body, 'family-words')
    expect((await browser.get('/how-i-am')).body).toContain('Not read yet.')
    expect((await holder.post(`/people/${stage.boy}/family-words/${wordId}/heard`)).statusCode).toBe(303)
    expect((await browser.get('/how-i-am')).body).toContain('Your worker has read it.')
    const { rows } = await record.as(serviceActor('courier'), work =>
      sql<{
        kind: string
      }>`select kind from app.notice where worker_id = ${stage.holder.id} and kind = 'family_call'`.execute(
        work.db(),
      ),
    )
    expect(rows).toHaveLength(1)
  })
})
