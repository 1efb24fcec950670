const attributes = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-hidden': '', 'aria-disabled': '' }

/**
 * What a screen reader needs in WeChat, by Taro component. Taro's templates leave it all out. Template and runtime number
 * a component's attributes in the same order, so both take the list from here.
 */
export const aria = {
  View: attributes,
  Text: attributes,
  Image: attributes,
  Button: attributes,
  Input: attributes,
  Textarea: attributes,
  Switch: attributes,
}
