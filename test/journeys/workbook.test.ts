import { describe, expect, test } from 'vitest'
import { faults } from './stage/faults.ts'
import { openCounty } from './stage/openCounty.ts'
import { picture } from './stage/picture.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const county = await openCounty()
const effie = await county.child('C100060')

const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())

async function isFine(someone: Visitor, where: string): Promise<void> {
  await picture(someone, `workbook-${where.replaceAll(' ', '-')}`)
  expect(await faults(someone, where)).toEqual([])
}

async function openBook(someone: Visitor): Promise<string> {
  await someone.open('/safeguarding')
  await follow(someone, /^Family F/)
  await someone.page.getByRole('heading', { name: 'Who does what' }).waitFor()
  return new URL(someone.page.url()).pathname
}

async function writeMoment(someone: Visitor, at: Temporal.Instant): Promise<void> {
  const local = at.toZonedDateTimeISO('Europe/London')
  for (const part of ['day', 'month', 'year'] as const)
    await someone.write(someone.page.locator(`[name="at-${part}"]`), String(local[part]))
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  await someone.write(someone.page.locator('[name="at-time"]'), time)
}

describe('a recovery worker', () => {
  test('records a session from the family’s page, sees it in the chapter, and shares the month’s summary', async () => {
    const someone = await visitAs(county, 'Imran Castlewick')
    await someone.open('/safeguarding')
    await isFine(someone, 'list')
    await someone.open('/safeguarding/by-team')
    await isFine(someone, 'by team')
    const path = await openBook(someone)
    await isFine(someone, 'who does what')
    await press(someone, 'Record a session: substance misuse')
    await isFine(someone, 'session form')
    await writeMoment(someone, Temporal.Now.instant().subtract({ minutes: 20 }))
    await someone.write(
      someone.page.getByLabel('What happened'),
      'She rang before the session and came on time',
    )
    await someone.page.getByLabel('Readiness to change').selectOption('8')
    await someone.tick(someone.page.getByLabel('Takes steps'))
    await press(someone, 'Record the session')
    await someone.page.getByText('8 of 10').first().waitFor({ state: 'attached' })
    await isFine(someone, 'strand')
    await follow(someone, /^Correct this entry/)
    await isFine(someone, 'correction form')
    await someone.page.goBack()
    await press(someone, 'Clinical notes')
    await isFine(someone, 'clinical notes')
    await writeMoment(someone, Temporal.Now.instant().subtract({ minutes: 15 }))
    await someone.write(
      someone.page.getByLabel('Note', { exact: true }),
      'Sleeps badly since the dose changed',
    )
    await press(someone, 'Keep the note')
    await someone.page.getByText('The note is kept for your service').waitFor()
    await follow(someone, /^Correct this note/)
    await isFine(someone, 'clinical correction')
    await someone.write(someone.page.getByLabel('Why is it corrected?'), 'The dose is the old one')
    await press(someone, 'Keep the correction')
    await someone.page.getByText('The correction is kept for your service').waitFor()
    await someone.open('/safeguarding/clinical-notes')
    await isFine(someone, 'service notes')
    await someone.page.locator('main table a').first().click()
    await someone.page.getByText('The dose is the old one').waitFor()
    await isFine(someone, 'service notes of one')
    await someone.open(`${path}/chapters`)
    await isFine(someone, 'chapters')
    await follow(someone, 'Substance misuse')
    await someone.page.getByText('She rang before the session').waitFor()
    await isFine(someone, 'chapter')
    await press(someone, /(Write|Change) the summary/)
    await isFine(someone, 'summary form')
    expect(await someone.page.getByLabel('Summary').inputValue()).not.toBe('')
    await press(someone, 'Share with the team')
    await someone.page.getByText('The summary is shared with the team').waitFor()
  })

  test('works at 360 pixels without JavaScript', async () => {
    const someone = await visitAs(county, 'Joanne Deepwell', { width: 360, javaScript: false })
    const path = await openBook(someone)
    for (const rest of ['', '/modules', '/family', '/outcomes', '/assessment']) {
      await someone.open(`${path}${rest}`)
      await picture(someone, `workbook-narrow${rest.replace('/', '-')}`)
    }
    expect(await someone.text()).toContain('All chapters as one draft')
  })
})

test('who works with the one who harms finds nothing of the one who was harmed', async () => {
  const someone = await visitAs(county, 'Piotr Wendlesham')
  const path = await openBook(someone)
  for (const rest of [
    '',
    '/chapters',
    '/supervision',
    '/assessment',
    '/parenting',
    '/outcomes',
    '/family',
    '/modules',
  ]) {
    await someone.open(`${path}${rest}`)
    const text = await someone.text()
    expect(text, rest).not.toContain('Carys')
    expect(text, rest).not.toContain('with the person harmed')
  }
  await someone.open(`${path}/chapters`)
  expect(await someone.text()).toContain('Silent')
})

test('a social worker takes a chapter into the assessment, and edits it there', async () => {
  const someone = await visitAs(county, 'Rowan Ashbrigg')
  await someone.open(`/people/${effie.id}/assessments/current`)
  await someone.page.getByRole('heading', { name: 'Assessment' }).waitFor()
  await follow(someone, 'Take in what the team has written')
  await isFine(someone, 'taking in')
  const text = await someone.text()
  expect(text).toContain('Everybody who reads this assessment reads what you take in')
  expect(text).toContain('Taken in already')
  const low = someone.page.locator('.govuk-checkboxes__item', { hasText: 'mental health practitioner' })
  await someone.tick(low.filter({ hasText: 'Summary of' }).getByRole('checkbox').first())
  await press(someone, 'Take in what is ticked')
  await someone.page.getByText('1 piece taken in').waitFor()
  await isFine(someone, 'taken in')
  await someone.open(`${new URL(someone.page.url()).pathname.split('/').slice(0, 3).join('/')}/take-in`)
  await isFine(someone, 'taken in already')
})

describe('a team manager', () => {
  test('leads group supervision on one screen and saves it as one record', async () => {
    const someone = await visitAs(county, 'Gwen Hollinwood')
    await someone.open(`/people/${effie.id}`)
    const way = someone.page.getByRole('link', { name: 'Open the family’s workbook', includeHidden: true })
    await someone.open((await way.first().getAttribute('href')) ?? '')
    await someone.page.getByRole('heading', { name: 'Who does what' }).waitFor()
    const path = new URL(someone.page.url()).pathname
    await isFine(someone, 'who does what for the line')
    for (const [rest, where] of [
      ['/modules', 'modules'],
      ['/family', 'family side'],
      ['/family/new', 'feedback form'],
      ['/outcomes', 'measures'],
      ['/outcomes/new', 'measure form'],
      ['/modules/new', 'module form'],
      ['/assessment', 'draft of the assessment'],
      ['/parenting', 'draft about the parents'],
      ['/strands/new', 'new strand'],
    ] as const) {
      await someone.open(`${path}${rest}`)
      await isFine(someone, where)
    }
    await someone.open(`${path}/family/plan`)
    await isFine(someone, 'family plan')
    await someone.page.getByLabel('For whom?').selectOption({ label: 'Carys Quillbrook' })
    await press(someone, 'Make the sheet')
    await someone.page.getByText(/^Download the sheet for/).waitFor()
    await isFine(someone, 'family plan for somebody')
    await someone.tick(someone.page.getByLabel('We read it together'))
    await press(someone, 'Record that it was shared')
    await someone.page.getByText('Recorded that it was shared').waitFor()
    await isFine(someone, 'family plan shared')
    await someone.open(`${path}/supervision`)
    await isFine(someone, 'supervision')
    expect(await someone.text()).toContain('Effie counts my mornings now')
    await press(someone, 'Begin group supervision')
    await isFine(someone, 'room')
    await someone.page.getByLabel(/^Go with Carys/).selectOption('done')
    await someone.write(someone.page.getByLabel(/^Social work:/), 'The children are calmer')
    await someone.write(someone.page.getByLabel('What is decided').first(), 'The step down is prepared')
    await press(someone, 'Save as one record')
    await someone.page.getByText('Group supervision is saved, and the plan with it').waitFor()
    await isFine(someone, 'held')
    expect(await someone.text()).toContain('The step down is prepared')
    await press(someone, 'Change this record')
    await isFine(someone, 'change of what was held')
    await someone.write(someone.page.getByLabel('Social work', { exact: true }), 'The children sleep through')
    await press(someone, 'Save the change')
    await someone.page.getByText('The record of group supervision is changed').waitFor()
    expect(await someone.text()).toContain('The children sleep through')
  })
})
