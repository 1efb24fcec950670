/// <reference types="@tarojs/taro" />

/** Where the API answers: empty for the page's own origin. Set by the build. */
declare const API_URL: string

declare module '*.css'
