namespace Vicidial.Client.Wire;

/// <summary>
/// Recognizes by its name that a field holds a secret. Requests can have fields that no catalog knows, so the rule is broad: masking a value too many
/// is better than masking one too few.
/// </summary>
public static class SecretNames
{
    // Anywhere in a name: user_pass, passphrase, conf_secret, access_token.
    private static readonly string[] Parts = ["pass", "secret", "pwd", "token", "credential", "authorization", "apikey", "accesskey", "privatekey"];

    // Only whole words of a name: vm_pin and api_key, but not opening or hotkeys.
    private static readonly string[] Words = ["pw", "pin", "key", "auth"];

    /// <summary>Whether the value of a field is a secret.</summary>
    /// <param name="name">The name of the field, such as <c>vm_pin</c> or <c>ApiKey</c>.</param>
    public static bool IsSecret(string name) =>
        Array.Exists(Parts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0) || Array.Exists(Words, word => HasWord(name, word));

    private static bool HasWord(string name, string word)
    {
        for (int at = 0; (at = name.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + word.Length;

            // A word begins after a sign, or with a capital letter after a lowercase letter.
            bool begins = at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
            bool ends = end == name.Length || !char.IsLetter(name[end]) || (char.IsUpper(name[end]) && char.IsLower(name[end - 1]));
            if (begins && ends)
            {
                return true;
            }
        }

        return false;
    }
}
