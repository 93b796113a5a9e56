import { expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { base, dated, personParams, planStage, registerForPlans, today } from './testing/planStage.ts'

registerForPlans()
const record = await testRecord()
const { ask, stage } = planStage(record)

test('a review says what each child and the parents say, and moves the clock of each', async () => {
  const at = await stage(today.subtract({ months: 2 }))
  const [one, other] = at.children
  const child = (id: Uuid | undefined, decision: string) => ({
    [`progress-${id}`]: 'Sleeps better',
    [`view-${id}`]: 'I like my bed',
    [`decision-${id}`]: decision,
  })
  const sent = {
    child: at.children,
    ...dated('held'),
    ...child(one, 'continue'),
    ...child(other, 'continue'),
    ...dated('next', today.add({ months: 2 })),
  }
  const params = personParams(at)
  const unheard = await ask(at.worker, 'POST', `${base}/review`, { params, sent })
  expect(contentOf(unheard)).toContain(
    'Enter what the parents or carers say, or why they have not been asked',
  )
  const reply = await ask(at.worker, 'POST', `${base}/review`, {
    params,
    sent: { ...sent, parentView: 'It helps' },
  })
  expect(reply).toMatchObject({ kind: 'redirect', success: 'Review saved for 2 children' })
  const again = await ask(at.worker, 'POST', `${base}/review`, {
    params,
    sent: { ...sent, parentView: 'It helps' },
  })
  expect(contentOf(again)).toContain('A review of this day is recorded already')
  const clocks = await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('clock')
      .select(['person_id', 'due_on'])
      .where('definition_id', '=', 'CIN_REVIEW')
      .where('outcome', '=', 'open')
      .where('person_id', 'in', [...at.children])
      .execute(),
  )
  expect(clocks.map(({ due_on }) => due_on)).toEqual([today.add({ months: 3 }), today.add({ months: 3 })])
})
