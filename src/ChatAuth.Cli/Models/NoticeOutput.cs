using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Cli.Models;

/// <summary>What owners are told, for the terminal of the operator and for scripts.</summary>
internal static class NoticeOutput
{
    /// <summary>One line: what is the matter, then what helps.</summary>
    public static string Line(OwnerNotice notice, DateTimeOffset now) => $"{notice.Profile} {Matter(notice, now)}: {notice.Remedy}";

    /// <summary>The properties of an object.</summary>
    public static void Write(Utf8JsonWriter json, OwnerNotice notice, DateTimeOffset now)
    {
        json.WriteString("profileId", notice.Profile.ToString());
        switch (notice)
        {
            case OwnerNotice.CredentialExpiring expiring: Ends(json, expiring.StageName, "endsAt", expiring.Ends, now); break;
            case OwnerNotice.CredentialExpired expired: Ends(json, expired.StageName, "endsAt", expired.Ends, now); break;
            case OwnerNotice.ProfileDisabled disabled: Ends(json, disabled.StageName, "until", disabled.Until, now); break;
            case OwnerNotice.PinsBroken broken:
                json.WriteString("stage", OwnerNotice.PinsBroken.StageName);
                json.WriteStrings("conversations", broken.Pins.Select(pin => pin.Conversation));
                break;
        }
        if (notice.Why is { } why) json.WriteString("code", why.Id);
        json.WriteString("remedy", notice.Remedy.ToString());
    }

    private static string Matter(OwnerNotice notice, DateTimeOffset now) => notice switch
    {
        OwnerNotice.CredentialExpiring expiring => $"ends {Remaining.Text(expiring.Ends, now)}{Because(notice)}",
        OwnerNotice.CredentialExpired expired => $"ended {Remaining.Text(expired.Ends, now)}{Because(notice)}",
        OwnerNotice.ProfileDisabled disabled => $"rests, tried again {Remaining.Text(disabled.Until, now)}{Because(notice)}",
        OwnerNotice.PinsBroken broken => $"pinned in {string.Join(", ", broken.Pins.Select(pin => pin.Conversation))}, broken{Because(notice)}",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    private static string Because(OwnerNotice notice) => notice.Why is { } why ? $" [{why.Id}]" : "";

    private static void Ends(Utf8JsonWriter json, string stage, string name, DateTimeOffset moment, DateTimeOffset now)
    {
        json.WriteString("stage", stage);
        json.WriteMoment(name, moment);
        json.WriteRemaining("remainingMs", moment, now);
    }
}
