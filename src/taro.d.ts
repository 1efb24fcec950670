/// <reference types="@tarojs/taro" />

/** Where the API answers: empty for the page's own origin. Set by the build. */
declare const API_URL: string

/**
 * What fixes a campaign for everyone who has this release: fingerprints of its two public keys and the digest of its strata, in hex.
 * Null where the release is for no campaign. Set by the build.
 */
declare const SURVEY_KEYS: { readonly token: string; readonly seal: string; readonly strata: string } | null

/** Whether this build has WeChat's speech plugin. Set by the build. */
declare const SPEECH_PLUGIN: boolean

type SpeechRequest = { lang: 'zh_CN'; tts: true; content: string; success: (answer: unknown) => void; fail: () => void }
/** WeChat's own function; a plugin has to be declared in app.json. */
declare function requirePlugin(name: 'WechatSI'): { textToSpeech: (request: SpeechRequest) => void }

declare module '*.css'
