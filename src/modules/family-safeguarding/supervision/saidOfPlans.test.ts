import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addShare, answerShare, sharesOf } from '#modules/casework'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../testing/teamFamily.ts'
import { tellPlan } from '../testing/tellPlan.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding'
let family: TeamFamily

const agenda = async (actor: Actor) =>
  contentOf(
    await ask(actor, 'GET', `${base}/supervision`, { params: { familyId: family.familyId } }),
  ).replaceAll(/\s+/g, ' ')

/** The plan of the child is shared with this adult, who answers. */
async function shareAndHear(planId: Uuid, recipientId: Uuid, words: string): Promise<void> {
  await record.as(family.lead, async work => {
    const plan = { kind: 'cin_plan', id: planId, personId: family.child } as const
    await addShare(work, plan, { recipientId, sharedOn: work.today, how: 'read_together', lang: 'en' })
    const share = (await sharesOf(work, planId)).find(one => one.recipientId === recipientId)
    if (share === undefined) throw new Error('The plan was shared')
    const answer = { understood: 'yes', agrees: 'partly', words } as const
    await answerShare(work, { id: share.id, personId: family.child, version: share.version, ...answer })
  })
}

beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.father, kind: 'domestic_abuse' })
  const [strand] = await record.as(family.lead, work => strandsOf(work, family.familyId))
  await ask(family.lead, 'POST', `${base}/strands/:strandId/change`, {
    params: { familyId: family.familyId, strandId: strand?.id ?? '' },
    sent: { version: `${strand?.version}`, side: 'perpetrator', worker: family.withPerpetrator.id },
  })
  const { planId } = await tellPlan(record, family.child, 'Wakes rested')
  await shareAndHear(planId, family.mother, 'Nobody asked me about Tuesdays')
  await shareAndHear(planId, family.father, 'I can do the school run')
})

test('what families said when a plan was shared stands in the agenda, as they said it', async () => {
  const shown = await agenda(family.manager)
  expect(shown).toContain('understands it, agrees with part of it. “Nobody asked me about Tuesdays”')
  expect(shown).toContain('“I can do the school run”')
  expect(await agenda(family.withPerpetrator)).toContain('“I can do the school run”')
})

test('nobody is heard through a child’s plan who is behind a wall', async () => {
  await record.as(family.lead, work =>
    sql`select access.make_wall(${family.father}::uuid, ${[family.mother]}::uuid[], 'He has followed her')`.execute(
      work.db(),
    ),
  )
  expect(await agenda(family.withPerpetrator)).not.toContain('Tuesdays')
  expect(await agenda(family.manager)).toContain('Tuesdays')
})
