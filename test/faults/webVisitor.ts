import { formBody } from '#test/signIn.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** What came back over the wire. */
export type WebAnswer = { readonly status: number; readonly location: string; readonly body: string }

/** A browser at a real address: keeps cookies, follows redirects when told to. */
export class WebVisitor {
  readonly #cookies = new Map<string, string>()
  #address: URL

  constructor(address: string) {
    this.#address = new URL(address)
  }

  /** The page that it came to last. */
  get path(): string {
    return this.#address.pathname
  }

  get(path: string): Promise<WebAnswer> {
    return this.#ask(path, {})
  }

  post(path: string, fields: Fields): Promise<WebAnswer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#ask(path, { method: 'POST', body: formBody(fields), headers })
  }

  /** Goes where redirects lead. */
  async follow(answer: WebAnswer): Promise<WebAnswer> {
    let last = answer
    for (let step = 0; step < 10 && last.location !== ''; step += 1) last = await this.get(last.location)
    return last
  }

  /** Signs in by the list of invented workers. */
  async signIn(subject: string): Promise<void> {
    await this.follow(await this.get('/session'))
    const page = await this.follow(await this.post(this.path, { subject }))
    if (page.status !== 200) throw new Error(`The sign-in ended with ${page.status}`)
  }

  async #ask(path: string, options: RequestInit): Promise<WebAnswer> {
    const url = new URL(path, this.#address)
    if (options.method !== 'POST') this.#address = url
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      ...options,
      redirect: 'manual',
      headers: { ...(options.headers as Record<string, string>), cookie }, // a plain object, by the two callers above
    })
    for (const text of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(text)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      body: await answer.text(),
    }
  }
}
