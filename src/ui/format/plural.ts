/** A number with its noun: "1 child", "3 children". Without a plural form, adds an s. */
export function plural(count: number, one: string, other = `${one}s`): string {
  return `${count} ${count === 1 ? one : other}`
}
