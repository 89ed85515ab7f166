/** A plug-in of DataWedge with its parameters, by the names that Zebra's SET_CONFIG interface gives them. */
interface Plugin {
  readonly PLUGIN_NAME: string;
  readonly RESET_CONFIG: 'true';
  readonly OUTPUT_PLUGIN_NAME?: string;
  readonly PARAM_LIST: Readonly<Record<string, string>>;
}

const plugin = (name: string, parameters: Readonly<Record<string, string>>): Plugin => ({
  PLUGIN_NAME: name,
  RESET_CONFIG: 'true',
  PARAM_LIST: parameters,
});

/**
 * The settings for Zebra's handhelds as the bundle of DataWedge's SET_CONFIG interface, for tools that send it. DataWedge
 * imports nothing but its own files (.db), which only it can make.
 */
export const dataWedgeSettings = {
  intent: 'com.symbol.datawedge.api.ACTION',
  extra: 'com.symbol.datawedge.api.SET_CONFIG',
  bundle: {
    PROFILE_NAME: 'Tallyman',
    PROFILE_ENABLED: 'true',
    CONFIG_MODE: 'CREATE_IF_NOT_EXIST',
    APP_LIST: [{ PACKAGE_NAME: 'com.android.chrome', ACTIVITY_LIST: ['*'] }],
    PLUGIN_CONFIG: [
      plugin('BARCODE', {
        ...{ scanner_input_enabled: 'true', scanner_selection: 'auto', code_id_type: '1' },
        ...{ decoder_upca_report_check_digit: 'true', decoder_upce0_convert_to_upca: 'true' },
      }),
      plugin('KEYSTROKE', {
        keystroke_output_enabled: 'true',
        keystroke_action_char: '0',
        keystroke_character_delay: '0',
        keystroke_delay_control_char: '0',
        keystroke_send_chars_as_events: 'true',
        keystroke_send_control_chars_as_events: 'true',
      }),
      {
        ...plugin('BDF', { bdf_enabled: 'true', bdf_send_data: 'true', bdf_send_enter: 'true', bdf_send_tab: 'false' }),
        OUTPUT_PLUGIN_NAME: 'KEYSTROKE',
      },
      plugin('INTENT', { intent_output_enabled: 'false' }),
    ],
  },
} as const;
