import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { formatDate } from '../format/formatDate.ts'
import { formatDateTime } from '../format/formatDateTime.ts'

const packageFolder = (manifest: string): string => dirname(fileURLToPath(import.meta.resolve(manifest)))

function environment(): nunjucks.Environment {
  const folders = [
    packageFolder('@ministryofjustice/frontend/package.json'),
    join(packageFolder('govuk-frontend/package.json'), 'dist'),
  ]
  const created = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), { autoescape: true })
  // The package's own filters need moment; these two stand in with the dates that we print.
  created.addFilter('mojDate', (timestamp: string, type: string) =>
    type === 'date'
      ? formatDate(Temporal.PlainDate.from(timestamp))
      : formatDateTime(Temporal.Instant.from(timestamp)),
  )
  created.addFilter('date', (timestamp: string) => formatDate(Temporal.PlainDate.from(timestamp)))
  return created
}

let shared: nunjucks.Environment | undefined

/**
 * Renders an official Nunjucks macro.
 * @param path the macro file, from the folder that holds `moj` or `govuk`
 * @param name the macro's name
 * @param params its parameters, with HTML as plain strings
 * @param body what the macro wraps, when it is used as a `call` block
 */
export function renderMacro(path: string, name: string, params: object, body?: string): string {
  shared ??= environment()
  const call = body === undefined ? `{{ ${name}(params) }}` : `{% call ${name}(params) %}${body}{% endcall %}`
  return shared.renderString(`{% from "${path}" import ${name} %}${call}`, { params })
}
