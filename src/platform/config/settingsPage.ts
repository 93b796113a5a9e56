import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSettings, type SettingDescription } from './describeSettings.ts'

const HEAD = `# Settings

Kith reads its settings from environment variables, and an empty one counts as not set. This page is written from their declarations
by \`node src/platform/config/settingsPage.ts\`, and a test holds it to them. \`kith config\` prints the values in force, and of
a secret only whether it is set. A wrong setting ends every command with exit code 4 and a sentence for each thing to mend.

What an authority decides for itself (words, colour, limits of clocks) is not here: an administrator sets it under
\`/administration/settings\`, and it is dated by history.

| variable | what it does | what may be written | when not set |
| --- | --- | --- | --- |
`

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

function row({ variable, doc, shape, fallback, secret }: SettingDescription): string {
  const kept = secret ? ' Secret.' : ''
  return `| \`${variable}\` | ${cell(doc)}${kept} | ${cell(shape)} | ${fallback === '' ? '-' : `\`${fallback}\``} |\n`
}

/** The page docs/settings.md: every setting with its meaning, shape and fallback, in the order of their declaration. */
export function settingsPage(): string {
  return HEAD + describeSettings().map(row).join('')
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../../../docs/settings.md'), settingsPage())
