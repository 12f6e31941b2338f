export declare const PAGE_POLICY: string
export declare const SECURITY_HEADERS: Readonly<Record<string, string>>
export declare const KEEP_FOR_EVER: string
export declare const ASK_EACH_TIME: string
export declare const HEADERS_FILE: string
