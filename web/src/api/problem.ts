export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** What the server answered instead of what was asked for: RFC 9457, with one entry per wrong field. */
export class ApiProblem extends Error {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === 'string' ? body.title : ''
    const detail = typeof body.detail === 'string' ? body.detail : ''
    super(detail || title || `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.type = typeof body.type === 'string' ? body.type : 'about:blank'
    this.title = title
    this.detail = detail
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    this.body = body
  }

  /** The message of the first error of this field, or of one inside it. */
  of(field: string): string | undefined {
    return this.errors.find(
      (error) =>
        error.field === field || error.field.startsWith(`${field}.`) || error.field.startsWith(`${field}[`),
    )?.message
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

export const isProblem = (error: unknown, status?: number): error is ApiProblem =>
  error instanceof ApiProblem && (status === undefined || error.status === status)
