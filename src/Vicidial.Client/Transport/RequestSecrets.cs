using Vicidial.Client.Requests;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>The password of the account, and those in the fields of one request.</summary>
internal sealed class RequestSecrets(ApiRequest request, DialerCredential credential) : ISecrets
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Reveal() =>
        [credential.Reveal(), .. request.Fields.Where(static field => Redactor.IsSecretField(field.Key)).Select(static field => field.Value)];

    /// <inheritdoc/>
    public bool Has(string value) =>
        (value.Length == credential.PasswordLength && string.Equals(credential.Reveal(), value, StringComparison.OrdinalIgnoreCase))
        || Sends(value, isSecret: true, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool IsShown(string value) => value == credential.User || Sends(value, isSecret: false, StringComparison.Ordinal);

    private bool Sends(string value, bool isSecret, StringComparison comparison)
    {
        for (int i = 0; i < request.Fields.Count; i++)
        {
            if (string.Equals(request.Fields[i].Value, value, comparison) && Redactor.IsSecretField(request.Fields[i].Key) == isSecret)
            {
                return true;
            }
        }

        return false;
    }
}
