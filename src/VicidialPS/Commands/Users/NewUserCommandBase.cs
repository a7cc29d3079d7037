using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using Vicidial.Client;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Users;

/// <summary>Makes a user, with a password that the dialer keeps as it is.</summary>
public abstract class NewUserCommandBase : RecordCommand<UserChange>
{
    private const int GeneratedLength = 20;

    // What both APIs keep, without what is easily mistaken for something else.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>The password: letters, digits, - and _. A plain text is taken as well, as a sheet has it.</summary>
    [Parameter]
    [Field, Alias("agent_pass")]
    [SecretFromText]
    public SecureString? Password { get; set; }

    /// <summary>User account and password in one.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Makes up a password that both APIs take, and gives it back with the user, as the property Credential.</summary>
    [Parameter]
    public SwitchParameter GeneratePassword { get; set; }

    private protected override void Finish(ApiCall call)
    {
        string password = Plan.FindByName(nameof(Password))!.WireName;
        string user = Plan.FindByName(PlainParameter)!.WireName;
        if (Credential is { } credential)
        {
            call.Remove(password);
            call.Remove(user);
            call.Add(user, credential.UserName).Add(password, SecretText.Reveal(credential.Password));
        }

        if (GeneratePassword)
        {
            call.Remove(password);
            call.Add(password, MakePassword());
        }

        base.Finish(call);
    }

    private protected override object? ReadResult(ApiCall call, DialerReply reply, string connectionName)
    {
        var user = (UserChange)base.ReadResult(call, reply, connectionName)!;
        if (!GeneratePassword)
        {
            return user;
        }

        var secret = new SecureString();
        foreach (char c in call.Find(Plan.FindByName(nameof(Password))!.WireName)!)
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        var output = new PSObject(user);
        output.Properties.Add(new PSNoteProperty("Credential", new PSCredential(user.User, secret)));
        return output;
    }

    private static string MakePassword()
    {
        using var random = RandomNumberGenerator.Create();
        var text = new char[GeneratedLength];
        var one = new byte[1];
        for (int i = 0; i < text.Length;)
        {
            // Bytes beyond the last whole multiple would make some characters likelier than others.
            random.GetBytes(one);
            if (one[0] < 256 / Alphabet.Length * Alphabet.Length)
            {
                text[i++] = Alphabet[one[0] % Alphabet.Length];
            }
        }

        return new string(text);
    }
}
