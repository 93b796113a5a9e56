import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

type Sent = Readonly<Record<string, string | readonly string[]>>

/** Somebody's browser at the portal, without scripts: it keeps cookies and sends the forms that it was shown. */
export type PortalBrowser = {
  readonly cookies: Map<string, string>
  get(url: string): Promise<LightMyRequestResponse>
  /** Opens a page and sends its form of this action with these fields, and the hidden ones that it holds. */
  send(page: string, fields: Sent, action?: string): Promise<LightMyRequestResponse>
  /** Sends these fields and no others. */
  post(url: string, fields: Sent, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
}

/** A browser that has not been at the portal before. `address`: the network it comes from. */
export function portalBrowser(server: FastifyInstance, address = '203.0.113.7'): PortalBrowser {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const common = () => ({ host: 'localhost', cookie: cookie() })
  const get = async (url: string) =>
    keep(await server.inject({ url, headers: common(), remoteAddress: address }))
  const post: PortalBrowser['post'] = async (url, fields, headers = {}) =>
    keep(
      await server.inject({
        method: 'POST',
        url,
        remoteAddress: address,
        headers: { ...common(), 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: encoded(fields),
      }),
    )
  return {
    cookies,
    get,
    post,
    send: async (page, fields, action = page) => {
      const shown = await get(page)
      return post(action, { ...hiddenOf(shown.body, action), ...fields })
    },
  }
}

function encoded(fields: Sent): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map(one => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}

/** Hidden fields of the form with this action. */
export function hiddenOf(body: string, action: string): Record<string, string> {
  const form = body.split('<form').find(part => part.includes(`action="${action}"`)) ?? ''
  const hidden =
    form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? []
  return Object.fromEntries([...hidden].map(([, name, value]) => [name, value]))
}
