export { foldKey as fold } from '../../json/foldKey';
