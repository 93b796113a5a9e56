import { describe, expect, test } from 'vitest'
import { faults } from './stage/faults.ts'
import { openCounty } from './stage/openCounty.ts'
import { type Visitor, visit, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const county = await openCounty()

/** Every page of the journey: no fault that axe knows, and nothing to scroll sideways on a phone. */
async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await faults(someone, where)).toEqual([])
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const heading = (someone: Visitor, name: string) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()

describe('the front door', () => {
  test('anyone refers a child without JavaScript on a phone, in at most 6 interactions', async () => {
    const anyone = await visit(county, { javaScript: false, width: 360 })
    await anyone.open('/refer')
    anyone.startCounting()
    await anyone.write(anyone.page.getByLabel('What are you worried about?'), 'He sleeps on the stairs.')
    await anyone.write(anyone.page.getByLabel('Given name').first(), 'Linus')
    await anyone.write(anyone.page.getByLabel('Family name').first(), 'Cloverfield')
    await press(anyone, 'Send')
    await heading(anyone, 'We have received it')
    expect(anyone.interactions()).toBeLessThanOrEqual(6)
    expect(await anyone.text()).toMatch(/KF-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    expect(await scrollsSideways(anyone.page)).toBe(false)
  })

  test('danger is told with JavaScript too, and what was typed stays when something is missing', async () => {
    const anyone = await visit(county)
    await anyone.open('/refer')
    await isFine(anyone, '/refer')
    await anyone.tick(anyone.page.getByLabel('Somebody is in danger now'))
    await anyone.write(anyone.page.getByLabel('Given name').first(), 'Ottoline')
    await press(anyone, 'Send')
    await anyone.page.getByRole('link', { name: 'Enter what the danger is' }).waitFor()
    await isFine(anyone, '/refer with errors')
    expect(anyone.complaints()).toEqual([expect.stringContaining('422')]) // which the browser itself complains of
    expect(await anyone.page.getByLabel('Given name').first().inputValue()).toBe('Ottoline')
    await anyone.write(
      anyone.page.getByLabel('What is the danger, and where is the child now?'),
      'Alone, on the roof',
    )
    await anyone.write(
      anyone.page.getByLabel('What are you worried about?'),
      'She climbed out of the window.',
    )
    await press(anyone, 'Send')
    await heading(anyone, 'We have received it')
    await isFine(anyone, '/refer/received')
  })

  test('a duty manager goes from the queue to a decision in at most 12 interactions, and gives the child out', async () => {
    const priya = await visitAs(county, 'Priya Fellgate')
    await priya.open('/front-door')
    await isFine(priya, '/front-door')
    priya.startCounting()
    const row = priya.page.getByRole('row').filter({ hasText: 'Linus Cloverfield' })
    await priya.press(row.getByRole('link').first())
    await heading(priya, 'Contact at the front door')
    await isFine(priya, 'the contact')
    await press(priya, /^(New person|None of these).*Linus Cloverfield$/)
    await priya.page.getByText('Matched').first().waitFor()
    await press(priya, 'Decide')
    await heading(priya, 'Decide')
    await isFine(priya, 'the decision')
    await priya.page.getByLabel('Decision for Linus Cloverfield').selectOption('assessment')
    await priya.page.getByLabel('Primary need').selectOption('N1')
    await priya.write(priya.page.getByLabel('Reasons', { exact: true }), 'A child without a bed.')
    await press(priya, 'Decide')
    await priya.page.getByText('1 child waits for a worker.').waitFor()
    expect(priya.interactions() + 2).toBeLessThanOrEqual(12)
    await isFine(priya, 'the decided contact')
    await priya.press(priya.page.getByRole('button', { name: 'Give to a worker' }))
    await heading(priya, 'Waiting in Front door and MASH')
    expect(await priya.page.getByLabel('Select Linus Cloverfield').isChecked()).toBe(true)
    await isFine(priya, 'the queue')
    await priya.page.getByLabel('Team', { exact: true }).selectOption({ label: 'North 1' })
    await press(priya, 'Show the workers of this team')
    expect(await priya.page.getByLabel('Select Linus Cloverfield').isChecked()).toBe(true)
    const rowan = priya.page.locator('.govuk-radios__item').filter({ hasText: 'Rowan Ashbrigg' })
    expect(await rowan.textContent()).toMatch(/\d+ child(ren)?, [\d.]+ per FTE/)
    await priya.tick(rowan.getByRole('radio'))
    await press(priya, 'Allocate the selected children')
    await priya.page.getByText('1 child was allocated').waitFor()
  })

  test('a police partner adds what they know, refers a family, and reads how far it is', async () => {
    const derrin = await visitAs(county, 'Derrin Halloway')
    await derrin.open('/front-door')
    await derrin.press(
      derrin.page.getByRole('row').filter({ hasText: 'Toby Underhowe' }).getByRole('link').first(),
    )
    await derrin.write(derrin.page.getByLabel('What does your agency know?'), 'Seen at the station twice.')
    await press(derrin, 'Add')
    await derrin.page.getByText('Added in your name').waitFor()
    await derrin.open('/front-door/contacts/new')
    await isFine(derrin, 'the partner’s form')
    derrin.startCounting()
    await derrin.write(derrin.page.getByLabel('What are you worried about?'), 'Three calls this week.')
    await derrin.write(derrin.page.getByLabel('Given name').first(), 'Marnie')
    await press(derrin, 'Send')
    await heading(derrin, 'We have received it')
    expect(derrin.interactions()).toBeLessThanOrEqual(4)
    await isFine(derrin, 'the partner’s receipt')
    await derrin.open('/front-door/sent')
    await isFine(derrin, '/front-door/sent')
    expect(await derrin.text()).toContain('Received')
  })

  test('a boy whom the record knows is found, with what it holds of him, and passed to the work that is open', async () => {
    const priya = await visitAs(county, 'Priya Fellgate')
    await priya.open('/front-door')
    await priya.press(
      priya.page.getByRole('row').filter({ hasText: 'Toby Underhowe' }).getByRole('link').first(),
    )
    await isFine(priya, 'the contact with candidates')
    await press(priya, 'Same person as Toby Underhowe')
    await priya.page.getByText('Open now').waitFor()
    await isFine(priya, 'the matched contact')
    await press(priya, 'Decide')
    await isFine(priya, 'the decision about open work')
    expect(await priya.page.getByLabel('Decision for Toby Underhowe').inputValue()).toBe(
      'passed_to_open_work',
    )
  })

  test('the report is drawn with its table', async () => {
    const priya = await visitAs(county, 'Priya Fellgate')
    await priya.open('/front-door/report')
    await isFine(priya, '/front-door/report')
    expect(await priya.text()).toContain('What was decided')
  })
})
