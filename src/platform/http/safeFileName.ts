/**
 * A name for a download that any system takes and no header breaks on: small letters, digits and hyphens.
 * @param name as a person wrote it, with or without an ending
 * @param ending used when the name has none: 'csv', 'pdf'
 */
export function safeFileName(name: string, ending: string): string {
  const given = /\.([a-z0-9]{1,5})$/i.exec(name)
  const stem = (given ? name.slice(0, given.index) : name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${stem || 'list'}.${given?.[1]?.toLowerCase() ?? ending}`
}
