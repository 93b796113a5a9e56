import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { assetFiles } from '../theme/assetFiles.ts'

test('the code of an invitation goes from the address into the form, and no server is asked with it', async () => {
  const script = assetFiles().files.find(file => file.path.endsWith('/invitation.js'))
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    await page.route('**/*', route => {
      asked.push(route.request().url())
      return route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: String(script?.body) })
        : route.fulfill({
            contentType: 'text/html',
            body: '<form data-invitation><input name="link"></form><script type="module" src="/invitation.js"></script>',
          })
    })
    await page.goto('http://kith.example/sign-in/invitation#c0de')
    expect(await page.inputValue('input')).toBe('c0de')
    expect(page.url()).toBe('http://kith.example/sign-in/invitation')
    expect(asked.join()).not.toContain('c0de')
  } finally {
    await browser.close()
  }
})
