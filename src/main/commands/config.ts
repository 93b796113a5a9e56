import type { CommandDeclaration } from '#platform/command-line'
import { describeSettings, describeValues } from '#platform/config'

/** Prints the settings. */
export const config: CommandDeclaration = {
  name: 'config',
  summary: 'print every setting, what it does and its value; secrets show only whether they are set',
  past: { refusal: '"config" prints settings: it has no record to answer from. Leave --known-at out.' },
  run: context => {
    const values = describeValues()
    const settings = describeSettings().map(setting => ({
      ...setting,
      value: values[setting.variable] ?? '',
    }))
    const text = settings
      .map(({ variable, value, doc, shape }) => `${variable}=${value}\n    ${doc}\n    (${shape})`)
      .join('\n')
    context.config() // a wrong setting is reported here, as it would be at start
    return { text, json: { settings } }
  },
}
