import { request } from './client'

/** What the generated client asks for everything. */
export const call = <T>(url: string, init: RequestInit): Promise<T> => {
  const headers = new Headers(init.headers)
  return request<T>((init.method ?? 'GET') as 'GET', url, {
    body: typeof init.body === 'string' ? JSON.parse(init.body) : (init.body ?? undefined),
    version: headers.get('If-Match') ?? undefined,
    idempotencyKey: headers.get('Idempotency-Key') ?? undefined,
    signal: init.signal ?? undefined,
  })
}
