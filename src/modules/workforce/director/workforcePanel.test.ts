import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { workforcePanel } from './workforcePanel.ts'

const { makers, as } = await testRecord()

test('tells a director which teams are over the number or incomplete, and leads to them; nobody else', async () => {
  const [director, worker] = [await makers.worker({ class: 'director' }), await makers.worker()]
  const teamId = await makers.team({ kind: 'family_safeguarding' })
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  for (let made = 0; made < 16; made += 1)
    await makers.allocation({ personId: await makers.person(), teamId, workerId: worker.id })
  const panel = String(await as(director, workforcePanel))
  expect(panel).toMatch(/<strong>16[^<]*<\/strong> children for one full-time worker/)
  expect(panel).toMatch(/href="\/workforce\/caseload\?over=yes">1 of 1</)
  expect(panel).toMatch(/href="\/workforce\/completeness">1 of 1</)
  expect(await as(worker, workforcePanel)).toBeNull()
})
