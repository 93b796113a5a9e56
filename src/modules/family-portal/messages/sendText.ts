/** A service that sends text messages: where it listens, and the key that it gave the authority. */
export type TextGateway = { readonly url: string; readonly key: string | undefined }

const PATIENCE = 10_000

/**
 * Hands one text message to the gateway: a POST of JSON `{ "to": "...", "text": "..." }` with the key as a bearer token. A small adapter
 * of the authority's own turns that into whatever its supplier asks.
 * @throws when the gateway does not answer 2xx within ten seconds
 */
export async function sendText({ url, key }: TextGateway, to: string, text: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'error', // a number is not carried on to another address
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ to, text }),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The gateway of text messages answered ${answer.status}`)
}
