using System.Globalization;
using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What is known of which models one account may use.</summary>
/// <param name="Profile">The account.</param>
/// <param name="Listing">Its vendor's list, as it is remembered; null for none.</param>
/// <param name="Outcome">What came of asking just now; null where nobody asked.</param>
internal sealed record ListingRow(AuthProfile Profile, ModelListing? Listing, ListingOutcome? Outcome)
{
    /// <summary>The accounts of which there is something to say.</summary>
    public static IReadOnlyList<ListingRow> Of(IEnumerable<AuthProfile> profiles, CachedListings listings, IReadOnlyList<ListingOutcome> outcomes) =>
    [
        .. profiles.Select(profile => new ListingRow(profile, listings.Find(profile), outcomes.FirstOrDefault(outcome => outcome.Profile.Id == profile.Id)))
            .Where(row => row.Listing is not null || row.Outcome is not null),
    ];

    /// <summary><c>3 models, 2h 5m ago</c>, and what went wrong.</summary>
    public string Describe(DateTimeOffset now)
    {
        string?[] parts =
        [
            Outcome?.Failure is { } failure ? $"{failure.Id}: {failure.Message}" : null,
            Listing is { } listing ? string.Create(CultureInfo.InvariantCulture, $"{listing.Models.Count} model{(listing.Models.Count == 1 ? "" : "s")}, {Remaining.Text(listing.At, now)}") : null,
            Outcome is { Dropped: > 0 and var dropped } ? string.Create(CultureInfo.InvariantCulture, $"{dropped} without an id that is understood") : null,
            Outcome is { IsCut: true } ? "the vendor has more" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("profileId", Profile.Id.ToString());
        json.WriteString("provider", Profile.Provider.Name);
        json.WriteMoment("at", Listing?.At);
        if (Listing is { } listing) json.WriteNumber("models", listing.Models.Count);
        else json.WriteNull("models");
        if (Outcome is { } outcome)
        {
            json.WriteString("failure", outcome.Failure?.Id);
            json.WriteNumber("dropped", outcome.Dropped);
            json.WriteBoolean("cut", outcome.IsCut);
        }
        json.WriteEndObject();
    }
}
