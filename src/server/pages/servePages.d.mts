import type { IncomingMessage, ServerResponse } from 'node:http'

export declare function servePages(root: string, request: IncomingMessage, response: ServerResponse): void
