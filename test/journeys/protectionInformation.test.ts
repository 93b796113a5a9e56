import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { readTaken } from '../../src/modules/health/protection-information/answers/readTaken.ts'
import {
  accessText,
  acknowledgementText,
} from '../../src/modules/health/protection-information/message/nhsText.ts'
import { openProtection } from '../../src/modules/health/protection-information/testing/openProtection.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const stage = await openProtection(team.record, team.files.sealer)
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const at = '/protection-information'

/** The worker's job, which reads what somebody has brought in. */
async function readAll(): Promise<void> {
  const waiting = await stage.rows(sql<{ id: Uuid }>`select id from protection_message where read_at is null`)
  for (const { id } of waiting) await stage.listen(work => readTaken(work, stage.sealer, id))
  await stage.follow()
}

test('a file goes to the NHS by hand, one line is refused, and it is mended until every plan is live', async () => {
  const first = await stage.planned()
  const second = await stage.planned()
  for (const { personId } of [first, second]) await stage.number(personId)
  await stage.follow()
  const sandra = await team.visitAs(stage.sender)
  await sandra.open(at)
  await isFine(sandra, at)
  expect(await sandra.page.locator('#not-live').textContent()).toBe('2')
  await sandra.press(sandra.page.getByRole('link', { name: 'File 1' }))
  await isFine(sandra, `${at}/files/:fileId`)
  const download = sandra.page.waitForEvent('download')
  await sandra.press(sandra.page.getByRole('link', { name: 'Take the file out' }))
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain('<transmissionQuantity value="2"/>')
  await sandra.press(sandra.page.getByRole('button', { name: 'I have sent it' }))
  await sandra.page.getByText('Kept: the file was sent').waitFor()

  const [line] = await stage.rows(
    sql<{ id: Uuid }>`select id from protection_file_record where person_id = ${second.personId}`,
  )
  const loaded = await stage.rows(
    sql<{ id: Uuid }>`select id from protection_file_record where person_id = ${first.personId}`,
  )
  const answer = acknowledgementText(1, 'CPF03', [
    ...loaded.map(({ id }) => ({ id, code: 'CPR06' })),
    { id: line?.id ?? '', code: 'CPR03' },
  ])
  await sandra.press(sandra.page.getByRole('link', { name: 'bring it in here' }))
  await isFine(sandra, `${at}/answers`)
  await sandra.press(sandra.page.getByRole('button', { name: 'Bring it in' }))
  await sandra.page.getByRole('link', { name: 'Select the message as it came' }).waitFor()
  sandra.complaints() // the answer 422 is what was to be
  await isFine(sandra, `${at}/answers with an error`)
  await sandra.page
    .getByLabel('Message', { exact: true })
    .setInputFiles({ name: 'answer.xml', mimeType: 'application/xml', buffer: answer })
  await sandra.press(sandra.page.getByRole('button', { name: 'Bring it in' }))
  await sandra.page.getByText('The answer to a file is kept').waitFor()
  await readAll()

  await sandra.open(at)
  expect(await sandra.page.locator('#not-live').textContent()).toBe('1')
  await sandra.press(sandra.page.getByRole('link', { name: 'The NHS number is not verified' }))
  await isFine(sandra, `${at}/work`)
  await sandra.press(sandra.page.getByRole('link', { name: 'The NHS number is not verified' }))
  await isFine(sandra, `${at}/work/:workId`)
  await sandra.write(sandra.page.getByLabel('What was done'), 'Traced with the practice')
  await sandra.press(sandra.page.getByRole('button', { name: 'Close it and send again' }))
  await sandra.page.getByText('Closed: the line goes with the next file').waitFor()
})

test('the worker sees on the child’s record how the plan stands and that it was opened, and is told', async () => {
  const { personId, worker } = await stage.planned()
  const nhsNumber = await stage.number(personId)
  await stage.follow()
  await stage.answer('CPF02')
  await stage.follow()
  await stage.answer('CPF02')
  await stage.arrive(accessText(makeUuid(), [{ nhsNumber, at: Temporal.Now.instant() }]))
  const rowan = await team.visitAs(worker)
  await rowan.open('/notices')
  await rowan.press(
    rowan.page.getByRole('link', {
      name: 'The NHS record of a child you work with was opened in unscheduled care',
    }),
  )
  await isFine(rowan, '/people/:personId/nhs')
  expect(await rowan.text()).toContain('Emergency nurse')
  expect(await rowan.text()).toContain('It does not say why the child was there')
  await rowan.open(`/people/${personId}`)
  expect(await rowan.page.locator('#nhs').textContent()).toContain('Opened in unscheduled care 1 time')
})
