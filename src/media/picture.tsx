/** A picture that fills its place; what it shows is said by the control around it. Taro's build puts picture.weapp or picture.h5 here. */
export { Picture } from './picture.h5'
